import type { Seeded } from '../../whole-path/seeded.ts'

/** Words that people ask with, whatever they ask about. */
export const ASKING = [
  'how',
  'what is',
  'which',
  'which one is better for',
  'is it',
  'does it',
  'do we need',
  'when do i need',
  'why is',
  'how much',
  'how long does',
  'how hard is',
  'can it do',
  'what about',
  'difference in',
  'compare',
  'explain',
  'tell me about',
] as const

/** Plain words between others. */
export const PLAIN = [
  'the',
  'a',
  'for',
  'with',
  'in',
  'of',
  'and',
  'our',
  'large',
  'small',
  'new',
  'old',
  'fast',
  'slow',
  'cost',
  'time',
  'work',
  'people',
  'production',
  'code',
  'test',
  'support',
  'really',
  'good',
  'safe',
] as const

const ONSETS = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'fl',
  'g',
  'gl',
  'k',
  'kr',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'qu',
  'r',
  's',
  'sk',
  't',
  'tr',
  'v',
  'z',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou']
const ENDS = ['', '', '', 'b', 'ck', 'l', 'm', 'n', 'nd', 'r', 'rk', 'sh', 'st', 't', 'x']

/** Invents words that read like words, each once: two or three syllables. */
export function inventor({ pick, below }: Seeded): () => string {
  const taken = new Set<string>()
  const syllable = () => pick(ONSETS) + pick(VOWELS)
  return () => {
    for (;;) {
      const word = Array.from({ length: 2 + below(2) }, syllable).join('') + pick(ENDS)
      if (taken.has(word)) continue
      taken.add(word)
      return word
    }
  }
}

/** An item of a list of which the first are the most frequent by far, as words are in a language. */
export function oftenFirst<T>({ pick, below }: Seeded, items: readonly T[]): T {
  return pick(items.slice(0, 1 + below(items.length)))
}
