import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runKnowledge } from '../../src/cli/knowledge/run.ts'

const knowledge = join(import.meta.dirname, '../../knowledge')
const root = mkdtempSync(join(tmpdir(), 'copied-'))
afterAll(() => rmSync(root, { recursive: true }))

/** The files that the README has to copy: each says in its first line what it is called. */
const readme = readFileSync(join(knowledge, 'README.md'), 'utf8')
const files = [...readme.matchAll(/```\w*\n(# (house\/\S+)\n.*?)```/gs)].map(([, text = '', name = '']) => {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
  return name
})

describe('the house in the README', () => {
  it('has every file that its rules need', () => {
    expect(files.sort()).toEqual([
      'house/facts.yml',
      'house/house.yml',
      'house/node-vs-python/rules.yml',
      'house/terms.tsv',
    ])
  })

  it('passes the check without a warning of its own', () => {
    const dirs = [knowledge, join(root, 'house')].join(delimiter)
    const said: string[] = []
    const say = (line: string) => said.push(line)
    const none = join(root, 'no-questions')
    const args = ['check', dirs, '--only', 'node-vs-python', '--questions', none]
    expect(runKnowledge(args, { out: say, err: say, today: '2029-12-01' }), said.join('\n')).toBe(0)
    expect(said.filter((line) => /^(?:error|warning)/.test(line))).toEqual([])
    expect(said.filter((line) => line.includes(': adds rule '))).toHaveLength(2)
  })
})
