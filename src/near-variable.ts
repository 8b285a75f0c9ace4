/** PORT and HOST are left out: HOME, PGPORT and PORTS are two letters away from them and belong to others. */
const SHORTEST = 5
const FARTHEST = 2

/** The known variable that a name is nearly; undefined for a known one, and for one that resembles none. */
export function nearVariable(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined
  const [nearest] = known
    .filter((each) => each.length >= SHORTEST)
    .map((each) => ({ each, edits: editsBetween(name.toUpperCase(), each) }))
    .filter(({ edits }) => edits <= FARTHEST)
    .sort((a, b) => a.edits - b.edits)
  return nearest?.each
}

/** How many letters must be put in, taken out or changed to make one word of the other. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
