import { join } from 'node:path'
import type { Answer, Verdict } from '../../src/core/domain/answer.ts'
import type { ReadFact } from '../../src/core/domain/fact.ts'
import type { Question } from '../../src/core/domain/question.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { readModel } from '../../src/knowledge/read-model.ts'

const root = join(import.meta.dirname, '../..')
const model = readModel(join(root, 'knowledge/language/reader.bin'), [])
if (!model) throw new Error('knowledge/language/reader.bin is missing. Run npm run train.')

/** Knowledge with nonsense names and three options. */
export const knowledge = loadKnowledge(join(root, 'test/knowledge/fixture'), { model })
export const comparison = knowledge.comparisons[0]!
export const { slug } = comparison

const help: Answer = {
  kind: 'help',
  courtesy: false,
  covered: [{ slug, title: comparison.title, names: ['Blip', 'Dorn'], topics: 3 }],
}

/** Stands in for the core: an overview of names, a topic, help; any other text or thread is a verdict on loudness. */
export function fakeAnswer(question: Question): Answer {
  const { text, thread } = question
  if (text.startsWith('boom')) throw new TypeError(`no answer to ${text}`)
  if (text === 'ta!') return { kind: 'help', courtesy: true, covered: [] }
  if (text === 'help' || (text === '' && !thread && !question.given)) return help
  if (text === slug) return fakeEntry(slug, 'overview')!
  if (text.startsWith('what is')) return fakeEntry(slug, 'faq/what-is-dorn')!
  return verdict(question)
}

export function fakeEntry(of: string, entry: string): Answer | null {
  if (of !== slug) return null
  if (entry === 'overview') {
    return { kind: 'comparison', comparison, cases: comparison.overview.cases, rows: [] }
  }
  const found = comparison.entries.find((each) => each.entry === entry)
  if (!found) return null
  if (found.kind === 'table') return { kind: 'table', comparison, entry: found }
  return { kind: 'faq', comparison, entry: found, agreement: null, rows: [], matched: [] }
}

function verdict({ text, thread = [], given, unread = 0, newestUnread = false }: Question): Verdict {
  const read = [...thread.map((said) => said.text), text].flatMap((said, index): ReadFact[] => {
    if (given?.only || !/loud/.test(said)) return []
    const place = index < thread.length ? { message: index } : {}
    return [
      {
        id: 'loud',
        value: 'yes',
        grade: 'stated',
        counted: true,
        quote: said.slice(0, 40),
        probability: 1,
        ...place,
      },
    ]
  })
  const replaced = new Set(given?.facts.map((fact) => fact.id))
  const facts = [...read.filter((fact) => !replaced.has(fact.id)), ...(given?.facts ?? [])]
  return {
    kind: 'verdict',
    comparison,
    pick: facts.some((fact) => fact.value === 'yes') ? 'blip' : 'either',
    tier: 'A',
    leaning: false,
    parts: [],
    decided: [],
    outweighed: [],
    nearMisses: [],
    readings: [],
    facts,
    flips: [],
    clarifying: {
      fact: 'damp',
      question: 'Is it damp there?',
      choices: [
        { label: 'Damp', facts: [{ id: 'damp', value: 'yes' }] },
        { label: 'Not sure', facts: [] },
      ],
    },
    rows: [],
    noRule: [],
    deadlock: false,
    read: thread.length > 0 ? { messages: thread.length, used: read.length, unread, newestUnread } : null,
    whatIf: given?.whatIf ?? [],
    id: 'id',
  }
}
