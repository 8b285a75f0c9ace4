import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changedAnswers } from '../../../src/cli/knowledge/diff.ts'
import { runKnowledge } from '../../../src/cli/knowledge/run.ts'
import { fixture } from '../broken-copy.ts'

vi.mock('../../../src/cli/knowledge/diff.ts', { spy: true })

const reader = join(import.meta.dirname, '../../../knowledge/language/reader.bin')

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'house-check-'))
  cpSync(fixture, join(root, 'knowledge'), { recursive: true })
  copyFileSync(reader, join(root, 'knowledge/language/reader.bin'))
  write({ 'house/house.yml': 'owner: Us\nsources: [{ title: Ours, date: "2029" }]\n' })
})
afterEach(() => rmSync(root, { recursive: true }))

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

/** What the check of the folder and its house says, files named from the root; it asks questions of the test. */
function check(...more: string[]): string[] {
  return checked('--questions', join(root, 'questions'), ...more)
}

function checked(...options: string[]): string[] {
  const said: string[] = []
  const say = (line: string) => said.push(line.replaceAll(`${root}/`, ''))
  const dirs = [join(root, 'knowledge'), join(root, 'house')].join(delimiter)
  runKnowledge(['check', dirs, ...options], {
    out: say,
    err: say,
    today: '2029-12-01',
  })
  return said
}

const kesh = '- { id: only-kesh, tier: must, option: kesh, because: Halls are wired for it. }\n'
const must = (id: string, option: string, when: string) =>
  `- { id: ${id}, tier: must, option: ${option}, when: [${when}], part: whole, because: So. }\n`

describe('the check of a house', () => {
  it('lists what it adds and overrides, by id', () => {
    write({
      'house/blips/rules.yml': kesh,
      'house/blips/scenarios.yml':
        '- { id: fair, title: A stall, facts: [loud], pick: kesh, answer: At a fair Kesh stands., cites: ["house#fairs"], wordings: [we sell at a fair] }\n',
      'house/blips/wordings.tsv': 'faq/what-is-dorn\tdorn, anyone\n',
    })
    const said = check()
    expect(said).toContain('house/blips/rules.yml: adds rule only-kesh to blips')
    expect(said).toContain('house/blips/wordings.tsv: adds 1 wording to blips')
    expect(said.find((line) => line.includes('scenario/fair of'))).toMatch(
      /^house\/blips\/scenarios\.yml: overrides scenario\/fair of blips \(original [0-9a-f]{8}\)$/,
    )
  })

  it('blames no rule, case or situation of the guides for what the house decides', () => {
    const before = check().filter((line) => line.startsWith('error'))
    write({ 'house/blips/rules.yml': kesh })
    expect(check().filter((line) => line.startsWith('error'))).toEqual(before)
  })

  it('warns of nothing that the house does not say, and counts what it left out', () => {
    write({ 'house/blips/rules.yml': must('loud-dorn', 'dorn', 'loud') })
    const said = check()
    expect(said.filter((line) => line.startsWith('warning'))).toEqual([])
    expect(said.join('\n')).toMatch(
      /\n\d+ warnings? on what no house says left out; a check without the house lists them\./,
    )
  })

  it('fails where two of its rules always contradict each other', () => {
    write({ 'house/blips/rules.yml': kesh + must('damp-dorn', 'dorn', 'damp') })
    expect(check()).toContain(
      'error  house/blips/rules.yml:2 blips rule damp-dorn: contradicts only-kesh where damp holds: dorn and kesh. Give one of them another part, or write under unless where it yields; no card picks by force.',
    )
  })

  it('warns where two of its rules contradict each other when their facts meet', () => {
    write({ 'house/blips/rules.yml': must('loud-kesh', 'kesh', 'loud') + must('damp-dorn', 'dorn', 'damp') })
    const found = check().filter((line) => line.includes('contradicts'))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^warning .* contradicts loud-kesh where loud and damp hold: dorn and kesh\./)
  })

  it('finds no contradiction where one rule yields', () => {
    const yielding = kesh.replace(', because', ', unless: [damp], because')
    write({ 'house/blips/rules.yml': yielding + must('damp-dorn', 'dorn', 'damp') })
    expect(check().filter((line) => line.includes('contradicts'))).toEqual([])
  })

  it('fails where one of its rules can never fire', () => {
    write({ 'house/blips/rules.yml': must('both', 'kesh', 'loud, hum') })
    expect(check()).toContain(
      'error  house/blips/rules.yml:1 blips rule both: can never fire: loud and hum do not hold together, or one of them is under unless. Take a fact away.',
    )
  })

  it('tells when what a recorded override replaces has changed, or is gone', () => {
    const house = (print: string) => `owner: Us
sources: [{ title: Ours, date: "2029" }]
overrides: { "blips faq/what-is-dorn": ${print}, "blips faq/gone": "00000000" }
`
    const faq = (id: string) =>
      `- { id: ${id}, title: What is it?, answer: It is ours., cites: ["house#a"], wordings: [is it ours] }\n`
    write({
      'house/house.yml': house('"00000000"'),
      'house/blips/faq.yml': faq('what-is-dorn') + faq('gone').replace('is it ours', 'what is gone'),
    })
    const said = check()
    const original = /overrides faq\/what-is-dorn of blips \(original (\w+)\)/.exec(said.join('\n'))?.[1]
    expect(said).toContain(
      `warning  house/house.yml:3 blips faq/what-is-dorn: is recorded, and its original has changed. Read it again, then record ${original}.`,
    )
    expect(said).toContain(
      'warning  house/house.yml:3 blips faq/gone: is recorded, and its original is gone. What stands in the overlay is an addition now: keep it, or take it out.',
    )
    write({ 'house/house.yml': house(JSON.stringify(original)) })
    expect(check().join('\n')).not.toContain('has changed')
  })

  it('fails where nothing reads one of its facts', () => {
    const fact = (id: string, rank: number) =>
      `  - { id: ${id}, name: ${id}, means: It is., question: "Is it?", noun: it, whenTrue: it is, whenFalse: it is not, part: front, rank: ${rank} }\n`
    write({
      'house/facts.yml': `facts:\n${fact('festive', 1)}${fact('solemn', 2)}`,
      'house/terms.tsv': 'festive\tparade\n',
    })
    const said = check()
    expect(said).toContain(
      'error  house/facts.yml:3 fact solemn: has no terms, so that no text states it. Add to terms.tsv what people literally type for it; 30 to 60 is usual.',
    )
    expect(said.join('\n')).toContain('warning  house/facts.yml:2 fact festive: has 1 term alone')
  })

  it('says which questions come out otherwise', () => {
    write({
      'house/blips/rules.yml': kesh,
      'questions/regression-a.jsonl':
        '{"text":"which is louder"}\n{"text":"blip or dorn? it must be loud"}\n',
    })
    expect(check().find((line) => line.endsWith('without the house.'))).toMatch(
      /^\d of 2 questions answered otherwise/,
    )
  })

  it('asks the shipped questions where no others are named, from any folder', () => {
    // Answering thousands takes long: here it counts that they are found.
    vi.mocked(changedAnswers).mockReturnValueOnce([])
    const here = process.cwd()
    process.chdir(root)
    try {
      expect(checked().join('\n')).toMatch(
        /^0 of \d+,\d+ questions answered otherwise than without the house\.$/m,
      )
    } finally {
      process.chdir(here)
    }
  })

  it('places a finding in the file of the house that has it', () => {
    write({ 'house/blips/rules.yml': kesh + must('damp-dorn', 'dorn', 'damp') })
    const { found } = JSON.parse(check('--format', 'json').join('\n'))
    const [contradiction] = found.filter((each: { problem: string }) =>
      each.problem.startsWith('contradicts'),
    )
    expect(contradiction).toMatchObject({ file: 'house/blips/rules.yml', line: 2 })
  })
})
