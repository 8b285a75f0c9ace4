import type { Names } from '../language/names.ts'
import { fold, tokenize } from '../language/text.ts'
import { CHOICE } from '../reading/parse.ts'

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
