import { describe, expect, it } from 'vitest'
import { answer } from '../../../src/core/answer.ts'
import { fold, saidWords, tokenize } from '../../../src/core/language/text.ts'
import { KnownTitles } from '../../../src/core/routing/known-titles.ts'
import { engine } from '../real-engine.ts'

const asOf = '2026-11-21'
const { comparisons } = engine.knowledge
const wordsOf = (text: string) => saidWords(tokenize(fold(text)))

describe('the titles of entries', () => {
  const titles = new KnownTitles(comparisons)
  const [entry] = comparisons[0]!.entries

  it('lead to their entry whatever the case and the marks', () => {
    expect(titles.find(wordsOf(`${entry!.title.toUpperCase()}?!`))?.entry).toBe(entry)
  })

  it('that two entries have lead to none', () => {
    const twice = new KnownTitles([{ entries: [entry!] }, { entries: [entry!] }])
    expect(twice.find(wordsOf(entry!.title))).toBeUndefined()
  })

  it('are few among all that can be said', () => {
    expect(titles.find(['xylophone'])).toBeUndefined()
    expect(titles.find([])).toBeUndefined()
  })

  it('are answered with their entry, typed as a card shows them', () => {
    const asked = comparisons.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'faq'))
    const missed = asked.filter((each) => {
      const found = titles.find(wordsOf(each.title))
      const given = answer(engine, { text: each.title, asOf })
      // A title may be names alone ("A and B"), which ask for the overview.
      return found && given.kind !== 'comparison' && !('entry' in given && given.entry === each)
    })
    expect(missed.map(({ title }) => title)).toEqual([])
  })
})
