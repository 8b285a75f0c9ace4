import { describe, expect, it } from 'vitest'
import { discussion, read, told } from '../real-engine.ts'

function reading(...lines: string[]): { facts: string[]; supposed: string[] } {
  const { facts, supposed } = read(discussion(lines))
  return { facts: facts.map(told), supposed }
}

describe('what the message to the bot supposes', () => {
  it('counts in place of what the discussion says', () => {
    const { facts, supposed } = reading(
      'ann: we need websockets',
      'bob: and what if websockets were dropped?',
    )
    expect({ facts, supposed }).toEqual({ facts: ['real-time=no'], supposed: ['real-time'] })
  })

  it('counts beside what the discussion says', () => {
    const { facts, supposed } = reading(
      'ann: our team only knows python',
      'bob: suppose we needed websockets?',
    )
    expect(facts.sort()).toEqual(['real-time=yes', 'team/python=yes'])
    expect(supposed).toEqual(['real-time'])
  })

  it('is nothing where somebody else supposes it', () => {
    expect(reading('ann: what if we needed websockets?', 'bob: node or python?').supposed).toEqual([])
  })
})
