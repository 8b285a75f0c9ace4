import { describe, expect, it } from 'vitest'
import { card } from '../../src/cards/card.ts'
import { menuChoice } from '../../src/cards/foot.ts'
import { readBlocks } from '../../src/cards/measure.ts'
import { decodeState } from '../../src/cards/state.ts'
import { answer } from '../../src/core/answer.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import { prepare } from '../../src/core/engine.ts'
import { cardBreaches } from '../whole-path/contract.ts'
import { knowledgeWithTwo, nonsenseSlug, secondSlug } from '../whole-path/nonsense-pack.ts'
import { asOf, contextOf } from '../whole-path/real-knowledge.ts'

const both = knowledgeWithTwo()
const engine = prepare({
  ...both,
  comparisons: both.comparisons
    .filter(({ slug }) => [nonsenseSlug, secondSlug].includes(slug))
    .map((each) => ({ ...each, broadest: each.slug === nonsenseSlug })),
})

function ask(text: string): Answer {
  return answer(engine, { text, asOf })
}

/** The states of a card's buttons by their label. */
function statesOf(shown: Answer): Map<string, string> {
  const { blocks } = card(engine.knowledge, shown, contextOf())
  return new Map(
    blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.flatMap((element): [string, string][] =>
            element.type === 'button' ? [[element.text.text, element.value ?? '']] : [],
          )
        : [],
    ),
  )
}

describe('a card where another comparison was close', () => {
  const shown = ask('our team knows quornet, and we need live updates over websockets. what should we take?')

  it('says which comparison answered, within its budget', () => {
    const title = shown.kind === 'verdict' ? shown.comparison.title : ''
    expect(readBlocks(card(engine.knowledge, shown, contextOf()).blocks)).toContain(`Answered as ${title}.`)
    expect(cardBreaches(engine.knowledge, shown, contextOf())).toEqual([])
  })

  it('has a button to the answer of the other one, with the facts that were read there', () => {
    const other = shown.kind === 'verdict' && shown.elsewhere
    expect(other).toMatchObject({ kind: 'verdict' })
    if (!other) return
    const value = statesOf(shown).get('Another choice') ?? ''
    const decoded = decodeState(engine.knowledge, value)
    expect(decoded).toMatchObject({ ok: true, state: { kind: 'verdict', slug: other.comparison.slug } })
    expect(decoded.ok && Object.keys(decoded.state.facts)).toContain('real-time')
  })

  it('keeps what has no room beside it in the menu', () => {
    const menu = card(engine.knowledge, shown, contextOf()).blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.flatMap((each) => (each.type === 'overflow' ? each.options : []))
        : [],
    )
    expect([...statesOf(shown).keys()]).not.toContain('Share here')
    expect(menu.map(({ value }) => menuChoice(value ?? '')?.choice)).toContain('share')
  })

  it('says nothing of it where the choice was clear', () => {
    const clear = ask('quornet or vernade? it must be live')
    expect(readBlocks(card(engine.knowledge, clear, contextOf()).blocks)).not.toContain('Answered as')
    expect([...statesOf(clear).keys()]).not.toContain('Another choice')
  })
})
