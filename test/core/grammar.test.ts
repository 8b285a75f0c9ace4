import { describe, expect, it } from 'vitest'
import { caseText, subcommand } from '../../src/core/grammar.ts'
import { engine } from './real-engine.ts'

/** What a text asks for by grammar: `help`, `overview`, a table's id, or null for a question. */
function asked(text: string): string | null {
  const command = subcommand(engine, text)
  return command?.kind === 'table' ? command.table.id : (command?.kind ?? null)
}

describe('a subcommand', () => {
  it.each([
    ['help', 'help'],
    ['HELP', 'help'],
    ['list', 'help'],
    ['', 'greeting'],
    ['  ?', 'greeting'],
    ['hi', 'greeting'],
    ['good morning', 'greeting'],
    ['hi, thanks', 'greeting'],
    ['What can you do?', 'help'],
    ['who are you', 'help'],
    ['what are you?', 'help'],
    ['how do you work?', 'help'],
    ['Hi! What do you know?', 'help'],
    ['help me', 'greeting'],
    ['what can I ask?', 'help'],
    ['what do you cover?', 'help'],
    ['thanks!', 'courtesy'],
    ['thank you', 'courtesy'],
    ['Ok, thanks a lot!', 'courtesy'],
    ['great, thank you so much', 'courtesy'],
    ['node-vs-python', 'overview'],
    ['Node-vs-Python', 'overview'],
    ['python-vs-node', 'overview'],
    ['python vs node', 'overview'],
    ['Node.js or Python?', 'overview'],
    ['js/py', 'overview'],
    ['which is better, node or python', 'overview'],
    ['which back-end language: typescript or python?', 'overview'],
    ['table benchmarks', 'table/benchmarks'],
    ['tables cost', 'table/cost'],
    ['Table Ecosystem', 'table/ecosystem'],
    ['table benchmark', 'table/benchmarks'],
    ['table of costs', 'table/cost'],
    ['table cost of development', 'table/cost'],
    ['table', 'no-table'],
    ['tables?', 'no-table'],
    ['table nonsense', 'no-table'],
  ])('"%s" asks for %s', (text, wanted) => {
    expect(asked(text)).toBe(wanted)
  })

  it.each([
    'help me choose',
    'what do you know about types',
    'how do you work with sockets?',
    'list of frameworks',
    'hi, is node faster?',
    'node',
    'express or fastapi?',
    'node or python for a chat app',
    'node vs python vs rust',
    'node vs typescript',
    'table tennis with live scores',
    'thanks, is node faster?',
    'benchmarks',
    'node-vs-python benchmarks',
  ])('is none in "%s"', (text) => {
    expect(asked(text)).toBeNull()
  })

  it('leads to every table of a comparison by its id', () => {
    const tables = engine.comparisons[0]!.comparison.entries.filter(({ kind }) => kind === 'table')
    expect(tables.length).toBeGreaterThan(3)
    for (const { id, entry } of tables) {
      expect(asked(`table ${id}`)).toBe(entry)
      expect(asked(`table ${id.replaceAll('-', ' ')}`)).toBe(entry)
    }
  })
})

describe('decide', () => {
  it.each([
    ['decide', ''],
    [' Decide ', ''],
    ['decide chat app, we know it', 'chat app, we know it'],
    ['decide: a\nb', 'a\nb'],
    ['decided already', null],
    ['help us decide', null],
    ['', null],
  ])('in %j asks for the form with %j', (text, words) => {
    expect(caseText(text)).toBe(words)
  })
})
