import type { Names } from '../language/names.ts'
import { fold, tokenize } from '../language/text.ts'
import { CHOICE } from '../reading/parse.ts'
import { CHOOSING } from './foreign.ts'

/** Words of a question with the names in a choice replaced by one neutral word, as entries are counted. */
export function maskedWords(text: string, names: Names): string[] {
  const folded = fold(text).replace(/@[\w.-]+/g, (name) => ' '.repeat(name.length))
  const tokens = tokenize(folded)
  const words = tokens.map((token) => token.word)
  for (const mention of names.find(tokens, folded)) {
    if (mention.inChoice)
      for (let i = mention.from; i < mention.to; i++) words[i] = i === mention.from ? CHOICE : ''
  }
  return words.filter(Boolean)
}

/** "A vs B" as "A or B": how a choice is put tells no entry from another. */
export function alike(words: readonly string[]): string[] {
  return words.map((word, i) =>
    CHOOSING.has(word) && words[i - 1] === CHOICE && words[i + 1] === CHOICE ? 'or' : word,
  )
}
