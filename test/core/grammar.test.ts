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
    ['all topics', 'help'],
    ['show me all topics', 'help'],
    ['what do you cover?', 'help'],
    ['/stack help', 'help'],
    [' /stack list', 'help'],
    ['/anything', 'greeting'],
    ['/stack decide', 'greeting'],
    ['decide node-vs-python', 'overview'],
    ['/stack python-vs-node', 'overview'],
    ['/Tech table costs', 'table/cost'],
    ['/stack thanks', 'courtesy'],
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
    ['which node framework', 'overview'],
    ['node frameworks compared', 'overview'],
    ['best web framework for node.js?', 'overview'],
    ["python's web frameworks", 'overview'],
    ['framework for a python back end', 'overview'],
    ['API styles', 'overview'],
    ['which back-end language', 'overview'],
    ['express or django', 'overview'],
    ['celery vs bullmq', 'overview'],
    ['koa or starlette?', 'overview'],
    ['express or fastapi?', 'topic'],
    ['django ninja vs fastapi', 'topic'],
    ['node vs python vs rust', 'overview'],
    ['so, node or python?', 'overview'],
    ['node or python today, guys?!', 'overview'],
    ['node or python in 2026 :thinking_face:', 'overview'],
    ['what would you pick, go or rust?', 'overview'],
    ['any thoughts on django vs fastapi for our team?', 'overview'],
    ['and go?', 'introduction'],
    ['is node an option then?', 'introduction'],
    ['node, python or Java?', 'overview'],
    ['node', 'introduction'],
    ['NestJS?', 'introduction'],
    ['what is hono good for', 'introduction'],
    ['tell me about django', 'introduction'],
    ['what is GraphQL?', 'topic'],
    ['go vs node', 'apart'],
    ['java or go?', 'apart'],
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
    'flask',
    'what is celery good for',
    'is node a framework?',
    'node test framework',
    'frameworks',
    'node or python for a chat app',
    'node vs python vs rust for a chat app',
    'node vs typescript',
    'django vs flask vs fastapi',
    'react vs vue',
    'django vs rails',
    'the /stack command and python',
    '/api returns 500',
    'what is rust doing in python tools',
    'table tennis with live scores',
    'thanks, is node faster?',
    'benchmarks',
    'node-vs-python benchmarks',
  ])('is none in "%s"', (text) => {
    expect(asked(text)).toBeNull()
  })

  it.each([
    ['node frameworks', 'node-frameworks'],
    ['which framework for python', 'django-vs-fastapi'],
    ['web frameworks of python', 'django-vs-fastapi'],
    ['systems languages', 'go-vs-rust'],
    ['style of API', 'rest-vs-graphql'],
    ['full-stack frameworks', 'laravel-vs-django'],
    ['nestjs', 'node-frameworks'],
    ['rust', 'go-vs-rust'],
    ['graphql', 'rest-vs-graphql'],
    ['django', 'django-vs-fastapi'],
    ['axum or gin', 'go-vs-rust'],
    ['php or python', 'laravel-vs-django'],
    ['python vs go vs rust', 'go-vs-rust'],
  ])('"%s" is about %s', (text, slug) => {
    const command = subcommand(engine, text)
    if (command?.kind === 'overview') expect(command.of.comparison.slug).toBe(slug)
    else if (command?.kind === 'introduction') expect(command.of.of.comparison.slug).toBe(slug)
    else throw new Error(`It is ${command?.kind}.`)
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
