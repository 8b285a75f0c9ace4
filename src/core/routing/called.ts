import type { Comparison } from '../domain/comparison.ts'
import { withoutSuffix } from '../language/names.ts'
import { fold, type Token, tokenize } from '../language/text.ts'

/** Where a text calls a comparison by what it compares. */
export interface Call {
  /** Place of the comparison. */
  of: number
  /** First token and the one after the last. */
  from: number
  to: number
}

interface Use {
  /** Place of the comparison. */
  of: number
  /** Words before the thing that make it another one. */
  except: ReadonlySet<string>
}

/** Words of the longest thing that is compared, and of the longest name that it is called beside. */
const LONGEST = 5
const LONGEST_NAME = 2

/** Words between "framework for" and the name: "framework for our next node service". */
const MOST_BETWEEN = 2

/** What joins a thing to the name of what it belongs to. */
const JOINERS = new Set(['for', 'in', 'on', 'of', 'with', 'under'])

/**
 * What comparisons compare, so that they are found where no option is named: "node frameworks", "web framework for
 * node". Looking costs the same however many comparisons there are.
 */
export class CalledNames {
  /** Places by what is compared and the name that must stand beside it; an empty name where none must. */
  private readonly kinds = new Map<string, Map<string, Use[]>>()
  /** First words of what is compared. */
  private readonly starts = new Set<string>()

  constructor(comparisons: readonly Pick<Comparison, 'subject' | 'called'>[]) {
    comparisons.forEach(({ subject, called }, of) => {
      this.add(subject, '', { of, except: new Set() })
      for (const { kinds, of: names, except } of called) {
        const use = { of, except: new Set(except) }
        for (const kind of kinds)
          for (const name of names.length > 0 ? names : ['']) this.add(kind, name, use)
      }
    })
  }

  private add(kind: string, name: string, use: Use): void {
    const words = tokenize(fold(kind))
    const key = keyOf(words, 0, words.length)
    const [first] = words
    if (!first) return
    this.starts.add(singular(first.word))
    const names = this.kinds.get(key) ?? new Map<string, Use[]>()
    this.kinds.set(key, names)
    const known = names.get(name) ?? []
    names.set(name, known)
    if (!known.some(({ of }) => of === use.of)) known.push(use)
  }

  /** The calls of a text, the longest of each thing. */
  find(tokens: readonly Token[]): Call[] {
    const calls: Call[] = []
    for (let from = 0; from < tokens.length; from++) {
      if (!this.starts.has(singular(tokens[from]!.word))) continue
      for (let to = Math.min(tokens.length, from + LONGEST); to > from; to--) {
        const names = this.kinds.get(keyOf(tokens, from, to))
        const found = names ? callsBeside(names, tokens, from, to) : []
        calls.push(...found)
        if (found.length > 0) break
      }
    }
    return calls
  }
}

function callsBeside(
  names: ReadonlyMap<string, readonly Use[]>,
  tokens: readonly Token[],
  from: number,
  to: number,
): Call[] {
  const calls: Call[] = []
  const before = tokens[from - 1]?.word ?? ''
  const add = (name: string, start: number, end: number) => {
    for (const { of, except } of names.get(name) ?? []) {
      if (!except.has(before)) calls.push({ of, from: start, to: end })
    }
  }
  add('', from, to)
  for (let words = 1; words <= LONGEST_NAME; words++) {
    if (from - words >= 0) add(nameOf(tokens, from - words, from), from - words, to)
  }
  if (calls.length > 0 || !JOINERS.has(tokens[to]?.word ?? '')) return calls
  for (let start = to + 1; start <= to + 1 + MOST_BETWEEN && calls.length === 0; start++) {
    for (let words = 1; words <= LONGEST_NAME && start + words <= tokens.length; words++) {
      add(nameOf(tokens, start, start + words), from, start + words)
    }
  }
  return calls
}

function nameOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ word }) => withoutSuffix(word))
    .join(' ')
}

function keyOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ word }) => singular(word))
    .join(' ')
}

/** Equal for one and for several of a thing. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
