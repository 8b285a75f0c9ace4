/** A shorter word is too near to too many others. */
const SHORTEST = 4

/** Names by each spelling that lacks one of their letters, so that a mistyped word is found without looking at all. */
export class NearNames {
  private readonly byLack = new Map<string, string[]>()
  private readonly known = new Set<string>()

  /** Single words; others are left out. */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      if (name.length < SHORTEST || /[\s/]/.test(name) || this.known.has(name)) continue
      this.known.add(name)
      for (const lack of [name, ...lacking(name)]) {
        const list = this.byLack.get(lack) ?? []
        this.byLack.set(lack, list)
        list.push(name)
      }
    }
  }

  /** Names that a word becomes by one letter more, less, other or swapped with its neighbour; none for a name itself. */
  find(word: string): string[] {
    if (word.length < SHORTEST || this.known.has(word)) return []
    const near = new Set([word, ...lacking(word)].flatMap((lack) => this.byLack.get(lack) ?? []))
    return [...near].filter((name) => isNear(word, name)).sort()
  }
}

function lacking(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

/** True for words with one difference between their common beginning and their common end. */
function isNear(a: string, b: string): boolean {
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.slice(from, a.length - end), b.slice(from, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
