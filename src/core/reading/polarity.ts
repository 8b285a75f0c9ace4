import { keys } from '../language/text.ts'
import { addClassesAround, addClauseClasses, type SeenClasses, seenClasses } from './class-features.ts'
import * as features from './features.ts'
import { addScores, mostLikely } from './linear.ts'
import type { ReaderModel } from './model.ts'
import type { Parsed, Trigger } from './parse.ts'
import { type SummedWord, Surroundings, type WordSums } from './word-sums.ts'

/** How much the words around a fact's term count beside their clause. */
const AROUND_TERM = 1.5

/** Features for: how is the fact said in clause k, around its term where one stands? */
export function polarityBag(
  parsed: Parsed,
  k: number,
  words: readonly string[],
  trigger: Trigger | null,
): features.Bag {
  const bag = features.clauseFeatures(parsed, k, words)
  features.placeFeatures(bag, parsed, k)
  const seen = seenClasses(parsed, null)
  addClauseClasses(bag, seen, k)
  if (!trigger) return bag
  const { from, to } = trigger
  addClassesAround(bag, seen, parsed.clauses[k]!, from, to)
  features.windowFeatures(bag, parsed, k, words, from, to, AROUND_TERM)
  return bag
}

/** Sums of how a fact is said in clause k, around its term where one stands. */
export type Polarity = (k: number, trigger: Trigger | null) => Float64Array

/** Sums over `polarityBag`: what the facts of a clause have in common is made once, for most clauses speak of several. */
export function polarityOf(
  known: WordSums,
  parsed: Parsed,
  wordsOf: () => (SummedWord | undefined)[],
  seen: SeenClasses,
  classesOf: (k: number) => features.Bag,
): Polarity {
  const { model } = known
  const shared = new Map<number, Float64Array>()
  let words: (SummedWord | undefined)[] | undefined
  let around: Surroundings | undefined
  const ofClause = (k: number) => {
    const sums = model.intercepts.slice()
    words ??= wordsOf()
    known.addClause(sums, parsed, k, words)
    const bag = new features.Bag()
    features.placeFeatures(bag, parsed, k)
    return addScores(model, classesOf(k), addScores(model, bag, sums))
  }
  return (k, trigger) => {
    const sums = shared.get(k) ?? ofClause(k)
    shared.set(k, sums)
    if (!trigger) return sums
    const bag = new features.Bag()
    addClassesAround(bag, seen, parsed.clauses[k]!, trigger.from, trigger.to)
    const own = addScores(model, bag, sums.slice())
    words ??= wordsOf()
    around ??= new Surroundings(model, words)
    around.add(own, parsed.clauses[k]!, trigger.from, trigger.to, AROUND_TERM)
    return own
  }
}

/** A `no` too weak to count: words that no label ever stood on sound like one. */
export function isDoubtful({ name, leaning }: HowSaid): boolean {
  return name === 'unclear' && leaning === 'no'
}

/** True where a word of denial stands in clause k. */
export function denies(parsed: Parsed, k: number): boolean {
  const { first, last } = parsed.clauses[k]!
  return parsed.words.slice(first, last).some((word) => DENYING.has(word) || /n't$|^cannot$/.test(word))
}

/**
 * "We need it in six weeks and none of us knows X": the clause beside denies something of its own, and clause k denies
 * nothing.
 */
export function deniesNextDoor(parsed: Parsed, k: number, fact: string): boolean {
  const { clauses, mentions } = parsed
  if (denies(parsed, k)) return false
  return [k - 1, k + 1].some((beside) => {
    const clause = clauses[beside]
    if (!clause || !denies(parsed, beside) || clause.triggers.some((other) => other.fact === fact))
      return false
    const { first, last } = clause
    return mentions.some(({ from, to, inChoice }) => !inChoice && from >= first && to <= last)
  })
}

/** How a fact is said: a class of the model, and how sure that is against the others. */
export interface HowSaid {
  name: string
  share: number
  leaning?: 'yes' | 'no'
}

/** A `no` less sure than this is unclear: it would take a need away. */
const SURE_NO = 0.5
/** Below this a clause that opens with a denial is one, whatever the model leans to. */
const SURE_YES = 0.75
/** A `yes` less sure than this is unclear too. */
const LEAST_YES = 0.5
const DENYING = new Set(['no', 'not', 'without', 'zero', 'none', 'never', 'nothing', 'neither'])

/** "Types will not be shared": a word inside the term turns it. A term that is one word long holds none. */
function deniesInside(parsed: Parsed, { from, to }: Trigger): boolean {
  return parsed.words.slice(from + 1, to - 1).some(turns)
}

function turns(word: string): boolean {
  return word === 'not' || word === 'never' || word.endsWith("n't")
}

const FORBIDDING = new Set(['cannot', 'forbidden', 'banned', 'prohibited', 'unacceptable'])

/** "Pauses not acceptable", "can't have pauses": a term that holds a denial of its own means what it says. */
function holdsDenial({ words }: Parsed, { from, to, length }: Trigger): boolean {
  const own = words.slice(from, to)
  const [opening = ''] = own
  if (opening === 'cannot' || opening.endsWith("n't")) return true
  // More words than the term has: one was put in, and it may be this one.
  if (keys(own).length > length || DENYING.has(opening)) return false
  return own.some((word) => turns(word) || FORBIDDING.has(word))
}

/** How a fact is said in a clause: the model's word, but no weak `no`, and no weak `yes` behind a denial. */
export function howSaid(
  model: ReaderModel,
  parsed: Parsed,
  k: number,
  trigger: Trigger | null,
  polarity: Polarity,
  addressed: boolean,
): HowSaid {
  const said = mostLikely(model.polarity, polarity(k, trigger))
  if (trigger && holdsDenial(parsed, trigger)) return { name: 'yes', share: 1 }
  if (said.name === 'no' && said.share < SURE_NO) return { name: 'unclear', share: said.share, leaning: 'no' }
  if (said.name === 'yes' && said.share < LEAST_YES && !(addressed && trigger))
    return { name: 'unclear', share: said.share, leaning: 'yes' }
  // "No reload": a term that begins with the denial means what it says.
  if (trigger && DENYING.has(parsed.words[trigger.from] ?? '')) return { name: 'yes', share: 1 }
  if (said.name === 'yes' && trigger && deniesInside(parsed, trigger))
    return { name: 'no', share: said.share }
  const opensWith = parsed.words[parsed.clauses[k]!.first] ?? ''
  // "…, without anybody pressing anything" goes on with what was said.
  const goesOn = opensWith === 'without' && k > 0 && !features.endsSentence(parsed, k - 1)
  if (said.name === 'yes' && said.share < SURE_YES && !trigger && DENYING.has(opensWith) && !goesOn) {
    return { name: 'no', share: said.share }
  }
  if (said.name === 'no' && !trigger && goesOn) return { name: 'yes', share: said.share }
  return said
}
