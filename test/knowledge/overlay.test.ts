import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decide } from '../../src/core/decision/decide.ts'
import { givenFact } from '../../src/core/decision/given.ts'
import { catalogueOf } from '../../src/core/domain/catalogue.ts'
import type { Knowledge } from '../../src/core/domain/knowledge.ts'
import { countedSources } from '../../src/core/domain/voices.ts'
import { KnowledgeError } from '../../src/knowledge/knowledge-error.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { readModel } from '../../src/knowledge/read-model.ts'
import type { OverlayChange } from '../../src/knowledge/read-overlay.ts'
import { fixture } from './broken-copy.ts'

const model = readModel(join(import.meta.dirname, '../../knowledge/language/reader.bin'), [])!

/** What a platform engineer writes in five minutes. */
const five: Record<string, string> = {
  'house.yml': `owner: Platform team
sources:
  - { title: What we run, date: "2030-01", url: "https://wiki.example.org/runs" }
`,
  'blips/rules.yml': `- id: only-kesh
  tier: must
  option: kesh
  because: Our halls are wired for Kesh alone.
`,
}

let house: string
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'))
})
afterEach(() => rmSync(house, { recursive: true }))

function write(files: Record<string, string>, dir = house): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), text)
  }
}

function load(...more: string[]): { knowledge: Knowledge; changes: OverlayChange[] } {
  const changes: OverlayChange[] = []
  const knowledge = loadKnowledge([fixture, house, ...more], {
    model,
    told: (change) => changes.push(change),
  })
  return { knowledge, changes }
}

function complaints(...more: string[]): string[] {
  try {
    load(...more)
    return []
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return error.message.replaceAll(`${house}/`, '').replaceAll(`${fixture}/`, '').split('\n')
  }
}

const blips = ({ knowledge }: { knowledge: Knowledge }) => knowledge.comparisons[0]!

function decided(loaded: { knowledge: Knowledge }, facts: string[]) {
  const comparison = blips(loaded)
  return decide(
    comparison,
    catalogueOf(loaded.knowledge.catalogue, comparison),
    facts.map((id) => givenFact(id, 'yes')),
  )
}

describe('a house', () => {
  it('needs two files: who says so, and the rule; it outranks the guides, which are still told of', () => {
    write(five)
    const loaded = load()
    const { pick, tier, outweighed, decided: by } = decided(loaded, ['loud'])
    expect([pick, tier, by.map(({ rule }) => rule)]).toEqual(['kesh', 'must', ['only-kesh']])
    expect(outweighed.map(({ rule }) => rule)).toEqual(['loud'])
    expect(by[0]).toMatchObject({ cites: ['house'], guides: [] })
  })

  it('names its owner and its document, which is never counted as a guide', () => {
    write(five)
    const comparison = blips(load())
    expect(comparison.houses).toEqual(['Platform team'])
    expect(comparison.sources.at(-1)).toMatchObject({
      id: 'house',
      grade: 'house',
      publisher: 'Platform team',
    })
    expect(countedSources(comparison).map(({ id }) => id)).toEqual(['G0', 'G1'])
  })

  it('adds and replaces by id, without a copy of the rest', () => {
    write({
      'house.yml': five['house.yml']!,
      'blips/faq.yml': `- id: what-is-dorn
  title: What is Dorn?
  answer: Dorn is what we keep in the cellar.
  cites: ["house#cellar"]
- id: who-to-ask
  title: Who knows Dorn?
  answer: The cellar team does.
  cites: ["house#cellar"]
`,
      'blips/wordings.tsv': 'faq/who-to-ask\twhat is dorn\nfaq/who-to-ask\twho knows about dorn\n',
      'blips/sources.yml': `- id: G0
  title: Blips compared again
  publisher: Guide House
  date: "2030"
  grade: vendor-guide
  interest: Sells blips.
  file: g0.txt
`,
    })
    const loaded = load()
    const comparison = blips(loaded)
    const entries = Object.fromEntries(comparison.entries.map((entry) => [entry.entry, entry]))
    expect(entries['faq/what-is-dorn']?.answer).toBe('Dorn is what we keep in the cellar.')
    expect(entries['faq/what-is-blip']?.answer).toBe('Blip is a noise maker from 2019.')
    expect(entries['faq/who-to-ask']?.wordings).toEqual(['what is dorn', 'who knows about dorn'])
    expect(comparison.sources.map(({ id }) => id)).toEqual(['G0', 'G1', 'blip-manual', 'house'])
    expect(comparison.sources[0]?.title).toBe('Blips compared again')
    expect(loaded.changes.map(({ what, original }) => [what, original !== undefined])).toEqual([
      ['source G0', true],
      ['faq/what-is-dorn', true],
      ['faq/who-to-ask', false],
      ['2 wordings', false],
    ])
  })

  it('adds facts of its own, for one comparison or for all, with what people call them', () => {
    const fact = (id: string, rank: number) => `facts:
  - { id: ${id}, name: ${id}, means: It is ${id}., question: "Is it ${id}?", noun: ${id} work, whenTrue: it is ${id}, whenFalse: it is not ${id}, part: front, rank: ${rank} }
`
    write({
      'house.yml': five['house.yml']!,
      'facts.yml': fact('festive', 1),
      'terms.tsv': 'festive\tparade\n',
      'blips/facts.yml': fact('nightly', 2),
      'blips/terms.tsv': 'nightly\tafter dark\n',
      'blips/rules.yml':
        '- { id: parades, tier: must, option: dorn, when: [festive], because: The mayor says so. }\n',
    })
    const loaded = load()
    expect(loaded.knowledge.catalogue.facts.map(({ id }) => id)).toContain('festive')
    expect(loaded.knowledge.terms).toContainEqual(['festive', 'parade'])
    expect(blips(loaded).ownFacts).toMatchObject({
      facts: [{ id: 'nightly' }],
      terms: [['nightly', 'after dark']],
    })
    expect(decided(loaded, ['loud']).pick).toBe('blip')
    expect(decided(loaded, ['festive', 'loud']).pick).toBe('dorn')
  })

  it('leaves the choice open where two houses contradict each other, and shows both', () => {
    const team = mkdtempSync(join(tmpdir(), 'team-'))
    write(five)
    write(
      {
        'house.yml': 'owner: Team\nsources: [{ id: house-team, title: Our way, date: "2030" }]\n',
        'blips/rules.yml': '- { id: only-dorn, tier: must, option: dorn, because: We like Dorn. }\n',
      },
      team,
    )
    const { pick, tier, decided: by, readings } = decided(load(team), ['loud'])
    rmSync(team, { recursive: true })
    expect([pick, tier, readings]).toEqual([null, null, []])
    expect(by.map(({ rule }) => rule)).toEqual(['only-kesh', 'only-dorn'])
  })

  it('may bring whole comparisons, with rules of its own in them', () => {
    write({ 'house.yml': five['house.yml']! })
    cpSync(join(fixture, 'blips'), join(house, 'horns'), { recursive: true })
    const rules = readFileSync(join(fixture, 'blips/rules.yml'), 'utf8')
    write({ 'horns/rules.yml': `${rules}  - { id: ours, tier: must, option: dorn, because: So we do. }\n` })
    const horns = load().knowledge.comparisons.find(({ slug }) => slug === 'horns')
    expect(horns?.houses).toEqual(['Platform team'])
    expect(horns?.rules.rules.at(-1)).toMatchObject({ tier: 'must', when: [], cites: ['house'] })
  })

  it('changes the version of the knowledge', () => {
    write(five)
    expect(load().knowledge.version).not.toBe(loadKnowledge(fixture, { model }).version)
  })
})

describe('a mistake of a house', () => {
  const cases: [fault: string, files: Record<string, string | undefined>, says: string][] = [
    [
      'an overlay without a house.yml',
      { 'house.yml': undefined, 'facts.yml': 'facts: []\n' },
      'house.yml:1 is missing. Write there who owns it (owner) and on which document it rests (sources), to lay it over blips.',
    ],
    [
      'an overlay alone',
      { 'house.yml': undefined },
      'house.yml:1 is missing. Write there who owns it (owner) and on which document it rests (sources), to lay it over blips.',
    ],
    [
      'a house without an owner',
      { 'house.yml': 'sources: [{ title: A, date: "2030" }]\n' },
      'house.yml:1 owner: is missing. Add owner.',
    ],
    [
      'a house without a document',
      { 'house.yml': 'owner: Me\n' },
      'house.yml:1 sources: is missing. Add sources.',
    ],
    [
      'a source that claims another id',
      { 'house.yml': 'owner: Me\nsources:\n  - { id: S1, title: A, date: "2030" }\n' },
      'house.yml:3 sources[S1].id: "S1" is not in the right form. An id of the house is house, or begins with house-.',
    ],
    [
      'a folder that has the name of no comparison',
      { 'blibs/rules.yml': five['blips/rules.yml'] },
      'blibs has the name of no comparison. Name it after the one that it changes (blips), or add comparison.yml to begin one.',
    ],
    [
      'a file that an overlay cannot have',
      { 'blips/vocabulary.yml': 'foreign: [quux]\n' },
      'blips/vocabulary.yml:1 is no file of a comparison, so nobody would read it. Use one of rules.yml, sources.yml, facts.yml, terms.tsv, wordings.tsv, criteria.yml, faq.yml, scenarios.yml, tables.yml, migration.yml, polyglot.yml, notes.yml.',
    ],
    [
      'a file that no house has',
      { 'rules.yml': '[]\n' },
      'rules.yml:1 is no file of a house, so nobody would read it. Use one of house.yml, facts.yml, terms.tsv; what is of one comparison belongs into a folder of its name.',
    ],
    [
      'rules that were emptied',
      { 'blips/rules.yml': '' },
      'blips/rules.yml:1 is empty. Write items, or "[]", or remove the file.',
    ],
    [
      'a field that no rule of a house has',
      { 'blips/rules.yml': '- { id: a, tier: must, option: kesh, because: So., cause: So. }\n' },
      'blips/rules.yml:1 a.cause: is no field. Fields here are id, option, tier, when, unless, part, separable, because, cites, but.',
    ],
    [
      'a fact that all share already',
      {
        'facts.yml':
          'facts:\n  - { id: loud, name: Loud, means: It is., question: "Is it?", noun: it, whenTrue: it is, whenFalse: it is not, part: front, rank: 1 }\n',
      },
      'facts.yml:2 facts[loud].id: is a shared fact already. Remove it and use that.',
    ],
    [
      'an option that does not exist',
      { 'blips/rules.yml': '- { id: a, tier: must, option: quux, because: So. }\n' },
      'blips/rules.yml:1 a.option: "quux" is no option. Use one of blip, dorn, kesh.',
    ],
    [
      'a rule of the house that rests on a guide',
      {
        'blips/rules.yml': '- { id: a, tier: must, option: kesh, because: So., cites: ["blip-manual#a"] }\n',
      },
      'blips/rules.yml:1 a.cites: name no document of the house. Cite one of the sources of house.yml, or leave cites out.',
    ],
    [
      'a rule of a guide that rests on the house',
      {
        'blips/rules.yml':
          '- { id: a, tier: A, option: kesh, when: [loud], because: So., cites: ["house#a"] }\n',
      },
      'blips/rules.yml:1 a.cites: name documents of the house alone. Cite a guide or a public page, or make it a rule of the house: tier: must.',
    ],
    [
      'a wording of an entry that does not exist',
      { 'blips/wordings.tsv': 'faq/nothing\twhat is nothing\n' },
      'blips/wordings.tsv:1 faq/nothing: is no entry of this comparison. Use a full id, such as faq/what-is-it.',
    ],
    [
      'a comparison of a name that is taken',
      { 'blips/comparison.yml': 'title: Blips\n' },
      'blips has the name of another comparison. Rename one of the two folders; in a house, take comparison.yml away to lay it over the other.',
    ],
  ]

  it.each(cases)('names file, line and remedy of %s', (_, files, says) => {
    const all = Object.entries({ ...five, ...files }).filter(
      (file): file is [string, string] => file[1] !== undefined,
    )
    write(Object.fromEntries(all))
    expect(complaints()).toContain(says)
  })

  it.each([
    ['house.yaml', { 'house.yml': undefined, 'house.yaml': five['house.yml'] }],
    [
      'facts.yaml',
      {
        'facts.yaml': 'facts: []\n',
        'blips/rules.yml':
          '- { id: a, tier: must, option: kesh, when: [festive], because: The mayor says so. }\n',
      },
    ],
  ])('says of %s what to call it, and nothing that follows from it', (name, files) => {
    const all = Object.entries<string | undefined>({ ...five, ...files })
    write(Object.fromEntries(all.filter((file): file is [string, string] => file[1] !== undefined)))
    expect(complaints()).toEqual([
      `${name}:1 has an ending that nobody reads. Call it ${name.replace('yaml', 'yml')}.`,
    ])
  })

  it.each([
    ['before the knowledge', () => [house, fixture], () => `${fixture}${delimiter}${house}`],
    ['alone', () => [house], () => `knowledge${delimiter}${house}`],
  ])('says of a house that is given %s where it belongs, and nothing else', (_, folders, order) => {
    write(five)
    expect(() => loadKnowledge(folders())).toThrow(
      new KnowledgeError([
        {
          file: house,
          line: 0,
          path: '',
          problem: 'is a house, and what all comparisons share comes from the first folder',
          remedy: `Write it behind the knowledge: ${order()}.`,
        },
      ]),
    )
  })

  it('says of an empty folder how to begin', () => {
    const begin = `npm run knowledge -- new left-vs-right --knowledge ${fixture}${delimiter}${house}`
    expect(complaints()).toEqual([
      `${house} holds neither a comparison nor house.yml. Begin a comparison there (${begin}), or write house.yml for rules of your house.`,
    ])
  })
})
