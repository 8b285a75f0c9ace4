import type { FactValue, NotCounted, ReadFact } from './domain/fact.ts'
import type { Pick } from './domain/pick.ts'

/** What an answer rests on besides knowledge: enough to give it again. It holds no words of people. */
export interface ReplayContent {
  kind: 'verdict' | 'comparison' | 'entry' | 'help'
  comparison?: string
  entry?: string
  pick?: Pick
  facts?: readonly ReadFact[]
}

/** A replay id taken apart. */
export interface Replay extends ReplayContent {
  /** Hash of the knowledge that gave the answer. */
  version: string
  asOf: string
  facts: ReadFact[]
}

/** Longest replay id; facts beyond it would be dropped, so more is an error. */
const LONGEST = 1500
const SHORT: Record<FactValue, string> = { yes: 'y', no: 'n', maybe: 'm', past: 'p' }
const LONG: Record<string, FactValue> = { y: 'yes', n: 'no', m: 'maybe', p: 'past' }

/**
 * `<knowledge hash>.<kind>~<as of>~<comparison>~<entry>~<pick>~<fact:value:reason:part,…>`, the same for the same
 * facts in any order. Throws RangeError beyond 1,500 characters.
 */
export function replayOf(version: string, asOf: string, content: ReplayContent): string {
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
    [...new Set(facts)].join(','),
  ]
  const id = `${version}.${fields.join('~')}`
  if (id.length > LONGEST) throw new RangeError(`A replay id holds ${LONGEST} characters, not ${id.length}.`)
  return id
}

/** Reads a replay id; null when it is none. Ids of facts and entries are checked by whoever answers. */
export function readReplay(id: string): Replay | null {
  const match =
    /^([0-9a-f]{6,64})\.(verdict|comparison|entry|help)~(\d{4}-\d{2}-\d{2})~([a-z0-9-]*)~([a-z0-9/-]*)~([a-z0-9-]*)~([a-z0-9:,/-]*)$/.exec(
      id,
    )
  if (!match || id.length > LONGEST) return null
  const [, version = '', kind = '', asOf = '', comparison = '', entry = '', pick = '', list = ''] = match
  const facts: ReadFact[] = []
  for (const text of list ? list.split(',') : []) {
    const [fact = '', short = '', reason = '', part = ''] = text.split(':')
    const value = LONG[short]
    if (!value) return null
    facts.push({
      id: fact,
      value,
      grade: 'given',
      counted: reason === '',
      ...(reason ? { reason: reason as NotCounted } : {}),
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
    facts,
  }
}
