/** A word of a text with its place: `text.slice(at, end)` gives it back. */
export interface Token {
  word: string
  at: number
  end: number
}

/** Nothing in it that `fold` replaces or that changes its length. */
const PLAIN = /^[\n\t\x20-\x5f\x61-\x7e]*$/

/** Lower-case copy of the same length, so that offsets stay true: typographic quotes and invisible characters are made plain. */
export function fold(text: string): string {
  let folded = text.toLowerCase()
  if (PLAIN.test(folded)) return folded
  // A few letters change length in lower case (İ); offsets matter more than their case.
  if (folded.length !== text.length) {
    folded = Array.from({ length: text.length }, (_, i) => {
      const lower = text.charAt(i).toLowerCase()
      return lower.length === 1 ? lower : text.charAt(i)
    }).join('')
  }
  return folded
    .replace(/[\u2018\u2019\u201b\u00b4`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\r\u00a0\u202a-\u202e]/g, ' ')
}

const ASCII = /^\p{ASCII}*$/u

/** The same words in ASCII, where letters need no tables: most texts are, and this is the first thing done to each. */
const ASCII_WORD = /[a-zA-Z0-9+#](?:[a-zA-Z0-9+#]|['._-](?=[a-zA-Z0-9+#]))*|(?<![^\s(,/])\.[a-z]+|[?!]/g

const WORD = /[\p{L}\p{N}+#](?:[\p{L}\p{N}+#]|['._-](?=[\p{L}\p{N}+#]))*|(?<![^\s(,/])\.[a-z]+|[?!]/gu

/** Words of a folded text in order, and question and exclamation marks as words of their own. Linear in its length. */
export function tokenize(folded: string): Token[] {
  const tokens: Token[] = []
  const pattern = ASCII.test(folded) ? ASCII_WORD : WORD
  pattern.lastIndex = 0
  for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
    // Nobody writes longer words; an endless one (a hash, a paste) must not cost more than its start.
    const word = match[0].length > 40 ? match[0].slice(0, 40) : match[0]
    tokens.push({ word, at: match.index, end: pattern.lastIndex })
  }
  return tokens
}

/** The words of a token list without question and exclamation marks. */
export function saidWords(tokens: readonly Token[]): string[] {
  return tokens.map(({ word }) => word).filter((word) => word !== '?' && word !== '!')
}

/** A text folded, and its words. */
export interface TakenApart {
  folded: string
  tokens: readonly Token[]
}

export function takeApart(text: string): TakenApart {
  const folded = fold(text)
  return { folded, tokens: tokenize(folded) }
}

const CUT =
  /[.!?;:\n]+\s|\n|\s[-\u2013\u2014]+\s|,\s|\s(?=(?:but|and|so|because|while|though|although|whereas|which|since)\b)/g

/** Clauses of a folded text as [start, end) offsets: they end at punctuation, dashes, line ends and before joining words. */
export function clauses(folded: string): [number, number][] {
  const parts: [number, number][] = []
  let from = 0
  CUT.lastIndex = 0
  for (let match = CUT.exec(folded); match; match = CUT.exec(folded)) {
    if (match.index > from) parts.push([from, match.index])
    from = CUT.lastIndex
  }
  if (folded.length > from) parts.push([from, folded.length])
  return parts
}

const SUFFIXES: [string, string][] = [
  ['ies', 'y'],
  ['sses', 'ss'],
  ['ing', ''],
  ['ed', ''],
  ['es', ''],
  ['s', ''],
  ['ly', ''],
]

/** Last letters of the suffixes: most words end in none of them. */
const SUFFIX_ENDS = 'ygds'

/** Word stem by cutting common English endings; at least three letters stay. */
export function stem(word: string): string {
  if (!SUFFIX_ENDS.includes(word.charAt(word.length - 1))) return word
  for (const [suffix, put] of SUFFIXES) {
    if (word.endsWith(suffix) && word.length - suffix.length >= 3 && !word.endsWith('ss')) {
      return word.slice(0, -suffix.length) + put
    }
  }
  return word
}

const STOP = new Set(
  'a an the our we us it is are be to of in on for and with that this my i their they by at as was were will'.split(
    ' ',
  ),
)

/** Stems of a token list without stop words and punctuation. */
export function keys(words: readonly string[]): string[] {
  const out: string[] = []
  for (const word of words) {
    const key = keyOf(word)
    if (key !== undefined) out.push(key)
  }
  return out
}

/** Stem of a word; none for a stop word and for punctuation. */
export function keyOf(word: string): string | undefined {
  const key = stem(word)
  return STOP.has(key) || STOP.has(word) || key === '?' || key === '!' ? undefined : key
}
