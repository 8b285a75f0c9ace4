import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../src/core/language/text.ts'
import { AllNames } from '../../../src/core/routing/all-names.ts'

function option(id: string, aliases: string[], frameworks: string[] = []) {
  return { id, name: id, aliases, frameworks }
}

const names = new AllNames(
  [
    { options: [option('quor', ['quor'], ['quornet', 'quor kit']), option('go', ['go', 'golong'])] },
    { options: [option('quornet', ['quornet']), option('vern', ['vern'])] },
  ],
  new Set(['go']),
)

function named(text: string): string[] {
  return names.find(tokenize(text)).map(({ of, options, own }) => `${of}: ${options} options, ${own} own`)
}

describe('names of all comparisons', () => {
  it.each([
    { text: 'nothing at all', found: [] },
    { text: 'is quornet good', found: ['0: 1 options, 0 own', '1: 1 options, 1 own'] },
    { text: 'quor kit or vern', found: ['0: 1 options, 1 own', '1: 1 options, 1 own'] },
    { text: "vern's docs, quornet-based", found: ['1: 2 options, 2 own', '0: 1 options, 0 own'] },
    { text: 'how to go about it', found: [] },
    { text: 'go or something else', found: ['0: 1 options, 1 own'] },
    { text: 'we go with quor', found: ['0: 2 options, 2 own'] },
    { text: 'golong it is', found: ['0: 1 options, 1 own'] },
  ])('are found in "$text"', ({ text, found }) => {
    expect(named(text)).toEqual(found)
  })
})
