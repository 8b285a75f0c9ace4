import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runKnowledge } from '../../src/cli/knowledge/run.ts'
import { withBrokenCopy } from '../knowledge/broken-copy.ts'
import { committed } from '../support/repository.ts'

const root = join(import.meta.dirname, '../..')
const Step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  env: z.record(z.string(), z.string()).optional(),
  run: z.string().optional(),
})
const Workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({ pull_request: z.strictObject({ paths: z.array(z.string()) }) }),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(
    z.string(),
    z.strictObject({ 'runs-on': z.string(), 'timeout-minutes': z.number(), steps: z.array(Step) }),
  ),
})
const text = readFileSync(join(root, 'docs/examples/knowledge.yml'), 'utf8')
const workflow = Workflow.parse(load(text))
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
const scripts = steps.flatMap(({ run }) => (run === undefined ? [] : [run]))
/** The arguments of each call of the author's command. */
const calls = scripts
  .flatMap((run) => run.split('\n'))
  .flatMap((line) => /npm run --silent knowledge -- ([^>|]+)/.exec(line)?.[1]?.trim() ?? [])
  .map((args) => args.split(' '))

describe('the example of a workflow', () => {
  it('asks for the rights that it needs and no more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' })
  })

  it('calls scripts that exist', () => {
    const known = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)
    const called = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name)
    expect(called).toHaveLength(2)
    for (const name of called) expect(known).toContain(name)
  })

  it('hands what comes from outside to a shell by its environment alone', () => {
    for (const run of scripts) expect(run).not.toContain('${{')
  })

  it('is a script that bash can read, each', () => {
    for (const run of scripts) execFileSync('bash', ['-n'], { input: run })
  })

  it('gives options that check and diff take, and finds its comment by the mark that diff writes', () => {
    expect(calls.map(([command]) => command)).toEqual(['check', 'diff'])
    withBrokenCopy([], (dir) => {
      copyFileSync(join(root, 'knowledge/language/reader.bin'), join(dir, 'language/reader.bin'))
      writeFileSync(join(dir, 'regression-a.jsonl'), '{"text": "blip or dorn"}\n')
      committed(dir)
      const out: string[] = []
      const terminal = { out: (line: string) => out.push(line), err: () => {}, today: '2026-11-21' }
      for (const args of calls) {
        const questions = args[0] === 'diff' ? ['--questions', dir] : []
        const given = args.map((word) => (word === '"$BASE"' ? 'HEAD' : word))
        expect(runKnowledge([...given, ...questions, '--knowledge', dir], terminal), given.join(' ')).toBe(0)
      }
      const mark = out.find((line) => line.startsWith('<!--')) ?? 'none'
      expect(steps.some(({ env }) => env?.OWN?.includes(`startswith("${mark}")`))).toBe(true)
    })
  })
})
