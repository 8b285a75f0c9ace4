import type { NotCovered } from '../domain/answer.ts'
import type { NamedPair } from '../domain/comparison.ts'
import type { Engine } from '../engine.ts'
import type { ForeignName } from '../matching/foreign.ts'
import type { Apart } from '../routing/names-alone.ts'
import type { Routed } from '../routing/routed.ts'
import { candidate } from './ambiguous.ts'
import { isNear } from './near.ts'

/** A refusal: what it is about, where a name or a pair was seen, what the guides say in passing, what is near. */
export function notCovered(
  engine: Engine,
  routed: Routed | null,
  about: { name: string | null; pair: NamedPair | null } | null,
): NotCovered {
  const pair = about?.pair ?? null
  const nearest =
    routed && isNear(engine, routed)
      ? routed.match.ranked.slice(0, 3).map(({ entry }) => ({
          comparison: routed.of.comparison,
          ...candidate(routed.of.comparison.entries[entry]!),
        }))
      : []
  const first =
    routed && pair ? routed.of.comparison.entries.find((entry) => entry.entry === pair.nearest) : undefined
  return {
    kind: 'not-covered',
    subject: about?.name ?? null,
    named: routed && pair ? { comparison: routed.of.comparison, pair } : null,
    covered: engine.covered,
    tables: null,
    nearest:
      first && routed
        ? [
            { comparison: routed.of.comparison, ...candidate(first) },
            ...nearest.filter((near) => near.entry !== first.entry),
          ].slice(0, 3)
        : nearest,
  }
}

/** A refusal of names of which no comparison covers two; near are the overviews of those that cover one. */
export function apartFrom(engine: Engine, { subject, of }: Apart): NotCovered {
  const nearest = of.map(({ comparison }) => ({ comparison, entry: 'overview', title: comparison.title }))
  return { ...notCovered(engine, null, { name: subject, pair: null }), nearest }
}

/** The refusal of a text in another language; near is the overview of the comparison that it names. */
export function notRead(engine: Engine, { of, parsed }: Routed): NotCovered {
  const { comparison } = of
  const isNamed = parsed.mentions.length > 0
  return {
    ...notCovered(engine, null, null),
    otherLanguage: true,
    nearest: isNamed ? [{ comparison, entry: 'overview', title: comparison.title }] : [],
  }
}

/** What is not covered: the name, or the two names where each is covered without the other. */
export function subjectOf(
  { name, covered }: ForeignName,
  { of, parsed }: Pick<Routed, 'of' | 'parsed'>,
): string {
  const [ours] = parsed.mentions
  const option = of.comparison.options.find(({ id }) => id === ours?.option)
  return covered && option ? `${option.name} vs ${covered}` : name
}
