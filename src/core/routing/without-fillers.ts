import type { Engine } from '../engine.ts'
import type { TakenApart, Token } from '../language/text.ts'

const YEAR = /^20\d\d$/

/** A text without what, beside names, says nothing of what is asked: "so, X or Y in 2026, guys?! :thinking_face:" is "X or Y in ?". */
export function withoutFillers({ fillers, allNames }: Engine, said: TakenApart): TakenApart {
  const { folded, tokens } = said
  const isEmoji = ({ at, end }: Token) => folded[at - 1] === ':' && folded[end] === ':'
  const isFiller = (token: Token) => token.word === '!' || YEAR.test(token.word) || isEmoji(token)
  const kept = fillers.split(tokens).flatMap(({ words, isPhrase }) => {
    const drops = isPhrase || words.every(isFiller)
    return drops && !words.some(({ word }) => allNames.holds(word)) ? [] : words
  })
  return kept.length === tokens.length ? said : { ...said, tokens: kept }
}
