import { describe, expect, it } from 'vitest'
import { read, told } from '../real-engine.ts'

const facts = (text: string) => read([{ text }]).facts.map(told).sort()

describe('a heading for later', () => {
  it.each([
    'must: admin panel. nice to have: live chat. node or python?',
    '*must*\n- admin panel\n*nice*\n- live chat\n\nnode or python?',
    'Nice to have:\n- live chat\nMust:\n- admin panel\nnode or python?',
    'Phase 2\nlive chat\n\nNow: admin panel. node or python?',
  ])('makes wishes of what stands under it: %j', (text) => {
    expect(facts(text)).toEqual(['built-in-admin=yes', 'real-time=maybe (later)'])
  })

  it.each(['It would be nice. We need live chat. node or python?', 'later we met. live chat is a must'])(
    'is none in a sentence: %j',
    (text) => {
      expect(facts(text)).toEqual(['real-time=yes'])
    },
  )
})

describe('a ticked box', () => {
  it.each(['node or python? [ ] live chat [x] admin panel', 'node or python? ☐ live chat ☑ admin panel'])(
    'leaves out what stands behind an empty one: %j',
    (text) => {
      expect(facts(text)).toEqual(['built-in-admin=yes', 'real-time=no'])
    },
  )

  it('missing, all of them are needed', () => {
    expect(facts('node or python? [ ] live chat [ ] admin panel')).toEqual([
      'built-in-admin=yes',
      'real-time=yes',
    ])
  })
})
