import { describe, expect, it } from 'vitest'
import { card } from '../../src/cards/card.ts'
import { fullTable } from '../../src/cards/full-table.ts'
import { readBlocks } from '../../src/cards/measure.ts'
import { sourcesModal } from '../../src/cards/sources-modal.ts'
import { answerEntry } from '../../src/core/answer.ts'
import type { Answer } from '../../src/core/domain/answer.ts'
import { prepare } from '../../src/core/engine.ts'
import { behindBreaches, cardBreaches } from './contract.ts'
import { knowledgeWithTwo, secondSlug } from './nonsense-pack.ts'
import { comparisonIn, contextOf, holding, verdictOn } from './real-knowledge.ts'

const engine = prepare(knowledgeWithTwo())
const second = comparisonIn(engine, secondSlug)

/** The second pack counts documentation and reports, and calls them sources. */
function entry(id: string): Answer {
  const shown = answerEntry(engine, secondSlug, id)
  if (!shown) throw new Error(`There is no entry ${id}.`)
  return shown
}

function read(shown: Answer): string {
  return readBlocks(card(engine.knowledge, shown, contextOf()).blocks)
}

describe('sources that count', () => {
  it('are those of the counted grades that speak; who is silent is not told of pages', () => {
    expect(entry('criterion/roping')).toMatchObject({
      agreement: {
        winner: 'vernade',
        forIt: ['tide-report', 'ferry-survey'],
        against: [{ option: 'quornet', guides: ['quornet-docs'] }],
        silent: [],
        speaking: 3,
      },
    })
  })

  it('are called by their name on cards and behind them', () => {
    expect(read(entry('criterion/roping'))).toContain('Sources: Vernade 2 of 3 [1][2], 1 Quornet [3]')
    expect(read(entry('overview'))).toContain('3 sources, 1 of them primary, 2023–26, one old')
    const whole = fullTable(entry('overview'), contextOf())
    expect(JSON.stringify(whole)).toContain('source by source')
    expect(JSON.stringify(sourcesModal(entry('criterion/roping'), contextOf()))).toContain(
      'Only the sources are counted',
    )
  })

  it('back a rule by their number, for pages are no panel', () => {
    const shown = verdictOn(engine, second, holding(['tidal']))
    expect(shown.decided[0]?.guides).toEqual(['tide-report', 'quornet-docs'])
    expect(read(shown)).toContain('2 sources [1][2]')
  })

  it('keep every card within the contract', () => {
    const shown = [
      ...['overview', ...second.entries.map(({ entry: id }) => id)].map(entry),
      ...[['tidal'], ['moored'], ['real-time', 'tidal'], []].map((ids) =>
        verdictOn(engine, second, holding(ids)),
      ),
    ]
    for (const each of shown) {
      expect(cardBreaches(engine.knowledge, each, contextOf())).toEqual([])
      expect(behindBreaches(engine.knowledge, each, contextOf())).toEqual([])
    }
  })
})
