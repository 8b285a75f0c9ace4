import { describe, expect, it } from 'vitest'
import { checkCues } from '../../../src/cli/knowledge/check-cues.ts'
import type { Comparison } from '../../../src/core/domain/comparison.ts'
import { loadContent } from '../../../src/knowledge/load-knowledge.ts'
import { fixture } from '../broken-copy.ts'

const [blips] = loadContent(fixture).comparisons as [Comparison]
const wordings = Array.from({ length: 21 }, (_, place) => `which horn has a Database, number ${place}`)
const horns: Comparison = {
  ...blips,
  slug: 'horns',
  entries: blips.entries.slice(0, 1).map((entry) => ({ ...entry, wordings })),
}
const cuesOf = (changed: Partial<Comparison>) => checkCues({ ...blips, ...changed }, [blips, horns])

describe('cues of a comparison', () => {
  it('are warned of where they are words of many wordings of another one', () => {
    expect(
      cuesOf({ cues: ['database', 'data', 'horn'], called: [{ kinds: ['horn'], of: [], except: [] }] }),
    ).toEqual(
      ['database', 'horn'].map((word) => ({
        level: 'warning',
        where: `blips cue ${word}`,
        problem: 'stands in 21 wordings of horns, whose questions may be led away',
        remedy: 'Say it in more words, or take it out.',
      })),
    )
  })

  it('are left alone in the broadest, and as kinds that stand beside a name', () => {
    expect(cuesOf({ cues: ['database'], broadest: true })).toEqual([])
    expect(cuesOf({ called: [{ kinds: ['database'], of: ['blip'], except: [] }] })).toEqual([])
  })
})
