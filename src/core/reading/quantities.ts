import type { Catalogue } from '../domain/fact.ts'
import type { Parsed } from './parse.ts'
import type { Statement } from './statement.ts'

const NUMBER =
  /(?<![\w.])(\d{1,3}(?:[ ,.']\d{3})+|\d+(?:[.,]\d+)?|(?:an?|one|two|three|four|five|six|eight|ten|twenty|fifty)(?= (?:thousand|million|hundred)\b))\s?(k|m|thousand|million|hundred)?\b/g
const WORDS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twenty: 20,
  fifty: 50,
}
const SCALE: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, hundred: 100 }

/** Largest number followed within a few words by one of the units, in text [from, to); undefined where none stands. */
export function quantityIn(
  folded: string,
  from: number,
  to: number,
  units: readonly string[],
): number | undefined {
  const text = folded.slice(from, to)
  let largest: number | undefined
  for (const match of text.matchAll(NUMBER)) {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 28)
    const words = rest.match(/[a-z/]+/g)?.slice(0, 3) ?? []
    if (!words.some((word) => units.includes(word))) continue
    const digits = match[1]!
    const plain = /[ ,.']\d{3}/.test(digits) ? digits.replace(/[ ,.']/g, '') : digits.replace(',', '.')
    const value = (WORDS[digits] ?? Number(plain)) * (match[2] ? SCALE[match[2]]! : 1)
    if (Number.isFinite(value)) largest = Math.max(largest ?? 0, value)
  }
  return largest
}

/** A `no` less sure than this yields to a number that is high. */
const SURE_NO = 0.9

/** Without one of these a high number is no `no`. */
const DENYING = new Set(['no', 'not', 'never', 'without', 'nowhere', 'hardly'])

/** Facts that have thresholds follow the number where one is said: below is no, between is open, above is yes. */
export function correctQuantities(
  catalogue: Catalogue,
  parsed: Parsed,
  statements: readonly Statement[],
): Statement[] {
  return statements.map((statement) => {
    const limits = catalogue.facts.find((fact) => fact.id === statement.id)?.quantity
    if (!limits || (statement.reason && statement.reason !== 'unclear')) return statement
    const { from, to, first, last } = parsed.clauses[statement.clause]!
    const quantity = quantityIn(parsed.folded, from, to, limits.units)
    if (quantity === undefined) return statement
    if (quantity >= limits.yesFrom) {
      const denied = parsed.tokens.slice(first, last).some(({ word }) => DENYING.has(word))
      const doubtful = statement.value === 'no' && statement.share < SURE_NO
      return doubtful && !denied ? { ...statement, value: 'yes' } : statement
    }
    if (quantity <= limits.noUpTo) {
      const { reason: _, ...plain } = statement
      return { ...plain, value: 'no' }
    }
    return { ...statement, value: 'maybe', reason: 'unclear' }
  })
}
