import { describe, expect, it } from 'vitest'
import { card } from '../../../src/cards/card.ts'
import { readBlocks } from '../../../src/cards/measure.ts'
import { answer } from '../../../src/core/answer.ts'
import { prepare } from '../../../src/core/engine.ts'
import { cardBreaches } from '../../whole-path/contract.ts'
import { knowledgeWithTwo, nonsenseSlug, secondSlug } from '../../whole-path/nonsense-pack.ts'
import { asOf, contextOf } from '../../whole-path/real-knowledge.ts'

const engine = prepare(knowledgeWithTwo())

describe('a mistyped name', () => {
  it.each([
    { text: 'qornet vs vernade', slug: secondSlug, typed: 'qornet' },
    { text: 'quornet-vs-vernadde', slug: secondSlug, typed: 'vernadde' },
    { text: 'quornet or evrnade?', slug: secondSlug, typed: 'evrnade' },
    { text: 'which is better, zibbo or quor', slug: nonsenseSlug, typed: 'zibbo' },
  ])('"$text" is offered, not taken for granted', ({ text, slug, typed }) => {
    const shown = answer(engine, { text, asOf })
    expect(shown).toMatchObject({ kind: 'not-covered', meant: { typed, comparison: { slug } } })
    const { blocks } = card(engine.knowledge, shown, contextOf())
    expect(readBlocks(blocks)).toContain('Did you mean')
    expect(JSON.stringify(blocks)).toContain(`\\"kind\\":\\"comparison\\",\\"slug\\":\\"${slug}\\"`)
    expect(cardBreaches(engine.knowledge, shown, contextOf())).toEqual([])
  })

  it.each(['qornet vs vernaade', 'zorb or vernade', 'is qornet fast at roping', 'help'])(
    '"%s" is read as it stands',
    (text) => {
      expect(answer(engine, { text, asOf })).not.toHaveProperty('meant')
    },
  )
})
