import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { card } from '../../src/cards/card.ts'
import type { CardContext } from '../../src/cards/card-types.ts'
import { homeView } from '../../src/cards/home-view.ts'
import { readBlocks } from '../../src/cards/measure.ts'
import { sourcesModal } from '../../src/cards/sources-modal.ts'
import { topicsModal } from '../../src/cards/topics-modal.ts'
import { whyModal } from '../../src/cards/why-modal.ts'
import { answer, answerEntry } from '../../src/core/answer.ts'
import { givenFact } from '../../src/core/decision/given.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import { type Engine, prepare } from '../../src/core/engine.ts'
import { readReplay } from '../../src/core/replay.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { readModel } from '../../src/knowledge/read-model.ts'
import { fixture } from '../knowledge/broken-copy.ts'

const model = readModel(join(import.meta.dirname, '../../knowledge/language/reader.bin'), [])!
const asOf = '2030-01-01'
const context: CardContext = { command: '/weigh', surface: 'private', asOf, people: (id) => id }

const house = mkdtempSync(join(tmpdir(), 'house-cards-'))
afterAll(() => rmSync(house, { recursive: true }))

let plain: Engine
let engine: Engine
beforeAll(() => {
  const files = {
    'house.yml': 'owner: Hall wardens\nsources: [{ title: What halls take, date: "2029-12" }]\n',
    'blips/rules.yml': `- { id: halls, tier: must, option: kesh, unless: [damp], because: Halls are wired for Kesh alone. }
- { id: cellars, tier: must, option: dorn, when: [damp], part: whole, because: Cellars take Dorn alone. }
- { id: quiet, tier: must, option: blip, when: [damp, hum], part: whole, because: Neighbours sleep. }
`,
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true })
    writeFileSync(join(house, name), text)
  }
  plain = prepare(loadKnowledge(fixture, { model }))
  engine = prepare(loadKnowledge([fixture, house], { model }))
})

function verdict(facts: string[], on = engine): Answer {
  const given = { facts: facts.map((id) => givenFact(id, 'yes')), only: true }
  return answer(on, { text: '', asOf, comparison: 'blips', given })
}

const lines = (shown: Answer) => readBlocks(card(engine.knowledge, shown, context).blocks)
const read = (view: { blocks: unknown[] }) => JSON.stringify(view.blocks)

describe('a card with a rule of the house', () => {
  it('names it first, without a count of guides, and shows the guides that say otherwise', () => {
    const shown = lines(verdict(['loud']))
    expect(shown).toContain('Kesh: a rule of this house.')
    expect(shown).toContain('House rule: Halls are wired for Kesh alone. [3]')
    expect(shown).toContain('Despite: loudness (2 of 2 guides)')
    expect(shown.indexOf('House rule')).toBeLessThan(shown.indexOf('Despite'))
  })

  it('names the fact that it rests on, and what would change it only where that is in reach', () => {
    const shown = lines(verdict(['damp']))
    expect(shown).toContain('Dorn: a rule of this house for damp.')
    expect(shown).toMatch(/Would change it: .*it is dry → Kesh/)
  })

  it('picks nothing by force where two of them contradict each other, and shows both', () => {
    const shown = lines(verdict(['damp', 'hum']))
    expect(shown).toContain('Open: rules of this house contradict each other.')
    expect(shown).toContain('• Dorn: House rule: Cellars take Dorn alone. [3]')
    expect(shown).toContain('• Blip: House rule: Neighbours sleep. [3]')
    expect(shown).not.toContain('Despite')
  })

  it('lists its document among the sources as one of the house, and the rule behind Why?', () => {
    const shown = verdict(['loud'])
    expect(read(sourcesModal(shown, context))).toMatch(
      /What halls take.*Hall wardens · Dec 2029 · house document/,
    )
    expect(read(whyModal(engine.knowledge, shown, context))).toContain('Kesh: House rule: Halls are wired')
  })

  it('has a replay id of its own', () => {
    const ids = [plain, engine].map((on) => {
      const shown = verdict(['loud'], on)
      return shown.kind === 'verdict' ? readReplay(shown.id) : null
    })
    expect(ids.map((id) => id?.pick)).toEqual(['blip', 'kesh'])
    expect(ids[0]?.version).not.toBe(ids[1]?.version)
  })
})

describe('where a house has rules of its own', () => {
  it('the overview says so, and its cases lead where the verdict leads', () => {
    const shown = lines(answerEntry(engine, 'blips', 'overview')!)
    expect(shown).toContain('House rule: Halls are wired for Kesh alone. [3]')
    expect(shown).toContain('Loud places → Kesh')
    expect(shown).toContain('Damp places → Dorn')
  })

  it('a situation and a criterion that say otherwise carry the rule', () => {
    for (const id of ['scenario/fair', 'criterion/loudness']) {
      const shown = answerEntry(engine, 'blips', id)!
      expect(shown.kind === 'faq' && shown.house?.map(({ rule }) => rule)).toEqual(['halls'])
      expect(lines(shown)).toContain('House rule: Halls are wired for Kesh alone.')
    }
    expect(lines(answerEntry(engine, 'blips', 'faq/what-is-dorn')!)).not.toContain('House rule')
  })

  it('App Home and the list of topics name its owner', () => {
    for (const view of [homeView(engine.knowledge, context), topicsModal(engine.knowledge)]) {
      expect(read(view)).toContain('House: Hall wardens.')
    }
    expect(read(homeView(engine.knowledge, context))).toContain(
      'published guides and documents of this house',
    )
    expect(read(homeView(plain.knowledge, context))).not.toContain('house')
  })
})
