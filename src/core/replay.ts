import type { FactValue, ReadFact } from './domain/fact.ts'
import { NOT_COUNTED } from './domain/not-counted.ts'
import type { Pick } from './domain/pick.ts'
import { hashText } from './language/hash.ts'

/** What an answer rests on besides knowledge: enough to give it again. It holds no words of people. */
export interface ReplayContent {
  kind: 'verdict' | 'comparison' | 'entry' | 'help'
  comparison?: string
  entry?: string
  pick?: Pick
  facts?: readonly ReadFact[]
  /** The discussion could not agree: the card carries the advice on it. */
  deadlock?: boolean
}

/** A replay id taken apart. */
export interface Replay extends ReplayContent {
  /** Hash of the knowledge that gave the answer. */
  version: string
  asOf: string
  facts: ReadFact[]
}

const FORM =
  /^([0-9a-f]{6,64})\.(verdict|comparison|entry|help)~(\d{4}-\d{2}-\d{2})~([a-z0-9-]*)~([a-z0-9/-]*)~([a-z0-9-]*)~(d?)~([a-z0-9:,/-]*)$/

/** Longest replay id. */
const LONGEST = 1500
const SHORT: Record<FactValue, string> = { yes: 'y', no: 'n', maybe: 'm', past: 'p' }
const LONG: Record<string, FactValue> = { y: 'yes', n: 'no', m: 'maybe', p: 'past' }

/**
 * `<knowledge hash>.<kind>~<as of>~<comparison>~<entry>~<pick>~<deadlock>~<fact:value:reason:part,…>~<checksum>`, the
 * same for the same facts in any order. At most 1,500 characters: where all facts do not fit, those that count do.
 */
export function replayOf(version: string, asOf: string, content: ReplayContent): string {
  const whole = encoded(version, asOf, content)
  if (whole.length <= LONGEST) return whole
  return encoded(version, asOf, { ...content, facts: content.facts?.filter((fact) => fact.counted) ?? [] })
}

function encoded(version: string, asOf: string, content: ReplayContent): string {
  const facts = [...(content.facts ?? [])]
    .map(({ id, value, counted, reason, part }) =>
      [id, SHORT[value], counted ? '' : (reason ?? 'unclear'), part ?? ''].join(':').replace(/:+$/, ''),
    )
    .sort()
  const fields = [
    content.kind,
    asOf,
    content.comparison ?? '',
    content.entry ?? '',
    content.pick ?? '',
    content.deadlock ? 'd' : '',
    [...new Set(facts)].join(','),
  ]
  const body = `${version}.${fields.join('~')}`
  return `${body}~${checksum(body)}`
}

/** Reads a replay id; null when it is none. Ids of facts and entries are checked by whoever answers. */
export function readReplay(id: string): Replay | null {
  const end = id.lastIndexOf('~')
  if (id.length > LONGEST || end < 0 || id.slice(end + 1) !== checksum(id.slice(0, end))) return null
  const match = FORM.exec(id.slice(0, end))
  if (!match) return null
  const [
    ,
    version = '',
    kind = '',
    asOf = '',
    comparison = '',
    entry = '',
    pick = '',
    deadlock = '',
    list = '',
  ] = match
  const facts: ReadFact[] = []
  for (const text of list ? list.split(',') : []) {
    const [fact = '', short = '', reason = '', part = ''] = text.split(':')
    const value = LONG[short]
    const uncounted = NOT_COUNTED.find((each) => each === reason)
    if (!value || (reason !== '' && !uncounted)) return null
    facts.push({
      id: fact,
      value,
      grade: 'given',
      counted: reason === '',
      ...(uncounted ? { reason: uncounted } : {}),
      ...(part ? { part } : {}),
      probability: 1,
    })
  }
  return {
    version,
    kind: kind as Replay['kind'],
    asOf,
    ...(comparison ? { comparison } : {}),
    ...(entry ? { entry } : {}),
    ...(pick ? { pick } : {}),
    ...(deadlock ? { deadlock: true } : {}),
    facts,
  }
}

/** Tells a whole id from one that was cut or mistyped. */
function checksum(text: string): string {
  return hashText(text).toString(16).padStart(8, '0')
}
