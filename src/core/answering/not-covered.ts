import type { NotCovered } from '../domain/answer.ts'
import type { Comparison, NamedPair } from '../domain/comparison.ts'
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
  const nearest = routed ? nearestTo(engine, routed, about === null) : []
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

/** The entries that share something with a question; else the overview of a comparison whose choice it names. */
function nearestTo(engine: Engine, routed: Routed, isOfItsOwn: boolean): NotCovered['nearest'] {
  const { comparison } = routed.of
  if (isNear(engine, routed))
    return routed.match.ranked
      .slice(0, 3)
      .map(({ entry }) => ({ comparison, ...candidate(comparison.entries[entry]!) }))
  return isOfItsOwn && routed.named > 1 ? [overviewOf(comparison)] : []
}

function overviewOf(comparison: Comparison): NotCovered['nearest'][number] {
  return { comparison, entry: 'overview', title: comparison.title }
}

/** A refusal of names of which no comparison covers two; near are the overviews of those that cover one. */
export function apartFrom(engine: Engine, { subject, of }: Apart): NotCovered {
  const nearest = of.map(({ comparison }) => overviewOf(comparison))
  return { ...notCovered(engine, null, { name: subject, pair: null }), nearest }
}

/** The refusal of a text in another language; near is the overview of the comparison that it names. */
export function notRead(engine: Engine, { of, parsed }: Routed): NotCovered {
  const { comparison } = of
  return {
    ...notCovered(engine, null, null),
    otherLanguage: true,
    nearest: parsed.mentions.length > 0 ? [overviewOf(comparison)] : [],
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
