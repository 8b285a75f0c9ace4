/** Names offered for one that is unknown. */
const MOST = 3
/** Share of pairs of letters that two names must have in common to be called near. */
const NEAR = 0.4

/** Known names that look most like an unknown one, the nearest first; in any order of their words. */
export function nearest(name: string, known: readonly string[]): string[] {
  const wanted = pairs(name)
  return known
    .map((each) => ({ each, alike: likeness(wanted, pairs(each)) }))
    .filter(({ alike }) => alike >= NEAR)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST)
    .map(({ each }) => each)
}

/** "Did you mean a or b? ", with a space after it; empty where nothing is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  return near.length > 0 ? `Did you mean ${near.join(' or ')}? ` : ''
}

/** Pairs of neighbouring letters and digits, word by word, each word with its ends. */
function pairs(name: string): Set<string> {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.flatMap((word) => Array.from(`^${word}$`, (sign, at) => sign + (`^${word}$`[at + 1] ?? ''))),
  )
}

/** Sørensen and Dice's coefficient: 0 for nothing in common, 1 for the same pairs. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}
