import { describe, expect, it } from 'vitest'
import { pickOf } from '../../../src/cli/ask/pick.ts'
import { answerEntry } from '../../../src/core/answer.ts'
import { engine } from './shipped.ts'

describe('pickOf', () => {
  it.each([
    { entry: 'scenario/chat', pick: 'node', why: 'a scenario has its pick' },
    { entry: 'scenario/plain-crud', pick: 'either', why: 'a scenario may leave it open' },
    { entry: 'criterion/real-time', pick: 'node', why: 'line one says who fits better' },
    { entry: 'criterion/ai-data', pick: 'python', why: 'line one says who fits better' },
    { entry: 'criterion/web-api', pick: 'either', why: 'line one says that either will do' },
    { entry: 'criterion/development-speed', pick: null, why: 'line one finds them similar' },
    { entry: 'criterion/scalability', pick: null, why: 'line one recommends none' },
    { entry: 'polyglot/can-we-mix', pick: 'both', why: 'line one gives each its part' },
    { entry: 'faq/what-is-node', pick: null, why: 'line one explains' },
    { entry: 'faq/web-development', pick: null, why: 'line one names one for each need' },
    { entry: 'table/benchmarks', pick: null, why: 'a table recommends nothing' },
    { entry: 'overview', pick: null, why: 'an overview recommends nothing' },
  ])('is $pick for $entry: $why', ({ entry, pick }) => {
    expect(pickOf(answerEntry(engine, 'node-vs-python', entry)!)).toBe(pick)
  })
})
