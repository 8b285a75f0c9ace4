import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { kindOf } from '../../src/core/domain/fact-kind.ts'
import { Classes, storeClasses } from '../../src/core/language/classes.ts'
import { Names } from '../../src/core/language/names.ts'
import { storeTerms, Terms } from '../../src/core/language/terms.ts'
import { questionFeatures } from '../../src/core/matching/features.ts'
import { gated } from '../../src/core/reading/gate.ts'
import { readMessage } from '../../src/core/reading/message.ts'
import { decodeModel, encodeModel } from '../../src/core/reading/model.ts'
import { Opened, parse } from '../../src/core/reading/parse.ts'
import { type Corpus, type Label, readCorpus } from '../../src/train/corpus.ts'
import { trainReader } from '../../src/train/train.ts'
import { engine } from '../core/real-engine.ts'
import { knowledgeFolder } from '../whole-path/real-knowledge.ts'

const options = [
  { id: 'blip', aliases: ['blip'], frameworks: [] },
  { id: 'dorn', aliases: ['dorn'], frameworks: [] },
]
const words = {
  terms: [['loud', 'horn']] as [string, string][],
  classes: [['people', 'we']] as [string, string][],
}
const lexicon = {
  terms: new Terms(storeTerms(words.terms)),
  classes: new Classes(storeClasses(words.classes)),
}

function saying(id: string, span: string, more: Partial<Label> = {}): Label {
  return { id, span, value: 'yes', counted: true, ...more }
}

const things = ['the yard', 'our barn', 'a cellar', 'that roof', 'the hall', 'some shed']
const tiny: Corpus = {
  fingerprint: 'tiny',
  messages: things.flatMap((thing) => [
    { text: `${thing} must hear a horn`, labels: [saying('loud', 'hear a horn')] },
    {
      text: `${thing} will not hear a horn`,
      labels: [saying('loud', 'not hear a horn', { value: 'no' })],
    },
    { text: `${thing} has wet walls`, labels: [saying('damp', 'wet walls')] },
    { text: `we around ${thing} know blip`, labels: [saying('team/blip', 'blip')] },
    { text: `${thing} runs on dorn`, labels: [saying('existing/dorn', 'dorn')] },
    { text: `${thing} has a door`, labels: [] },
  ]),
  situations: things.map((thing) => `${thing} must hear a horn, blip or dorn?`),
  closings: things.map((thing) => `so what for ${thing}`),
  general: things.map((_, i) => `how loud is a blip of size ${i}`),
  outOfScope: things.map((_, i) => `who cooks soup number ${i}`),
}

const train = () => trainReader(tiny, words, options)
const take = (text: string) => parse(new Opened(text, lexicon), new Names(options))

describe('training', () => {
  const model = decodeModel(encodeModel(train()))
  const read = (text: string) =>
    readMessage(model, take(text), false, new Set(), { need: 0.45, option: 0.4 })
      .filter(({ probability }) => probability > 0.5)
      .map(({ id, value }) => `${id}=${value}`)

  it('gives the same bytes for the same corpus', () => {
    expect(Buffer.compare(encodeModel(train()), encodeModel(train()))).toBe(0)
  })

  it.each([
    { text: 'the garage must hear a horn', facts: ['loud=yes'] },
    { text: 'the garage will not hear a horn', facts: ['loud=no'] },
    { text: 'the garage has wet walls', facts: ['damp=yes'] },
    { text: 'we around the garage know blip', facts: ['team/blip=yes'] },
    { text: 'we around the garage know dorn', facts: ['team/dorn=yes'] },
    { text: 'the garage runs on blip', facts: ['existing/blip=yes'] },
    { text: 'the garage has a door', facts: [] },
  ])('teaches that $text says $facts', ({ text, facts }) => {
    expect(read(text)).toEqual(facts)
  })

  it('tells situations from questions, questions in scope from others, and from what asks for a verdict', () => {
    const situation = (text: string) => gated(model.gate, take(text)).situation
    const scope = (text: string) => gated(model.gate, take(text)).general
    expect(situation('the garage must hear a horn, blip or dorn?')).toBeGreaterThan(0.8)
    expect(situation('how loud is a blip of size nine')).toBeLessThan(0.2)
    expect(scope('how loud is a blip of size nine')).toBeGreaterThan(1)
    expect(scope('who cooks soup number nine')).toBeLessThan(-1)
    const closing = (text: string) => gated(model.gate, take(text)).closing
    expect(closing('so what for the garage')).toBeGreaterThan(1)
    expect(closing('how loud is a blip of size nine')).toBeLessThan(-1)
  })

  it('counts the texts that no entry answers, and weighs those out of scope', () => {
    const { texts, numbers, documents, mass } = model.background
    const of = (word: string) => numbers.get(questionFeatures([word]).words[0]!)
    expect(texts).toBe(tiny.outOfScope.length + tiny.situations.length)
    expect(documents[of('soup')!]).toBe(things.length)
    expect(mass[of('soup')!]).toBeGreaterThan(0)
    expect(documents[of('horn')!]).toBe(things.length)
    expect(mass[of('horn')!]).toBe(0)
    expect(of('size')).toBeUndefined()
  })

  it('keeps the fingerprint of its corpus', () => {
    expect(model.trainedOn).toBe('tiny')
  })
})

describe('the shipped model', () => {
  it('is as new as its corpus and terms', () => {
    expect(engine.knowledge.model.trainedOn).toBe(readCorpus(knowledgeFolder).fingerprint)
  })

  it('knows every fact of the catalogue that is not per option', () => {
    const facts = engine.knowledge.catalogue.facts.filter(({ perOption }) => !perOption).map(({ id }) => id)
    expect([...engine.knowledge.model.presence.classes].sort()).toEqual(facts.sort())
  })
})

describe('a corpus', () => {
  let folder = ''
  const write = (name: string, text: string) => writeFileSync(join(folder, 'language', name), text)

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'))
    mkdirSync(join(folder, 'language/corpus'), { recursive: true })
    write('terms.tsv', 'loud\thorn\n')
    write('classes.tsv', 'people\twe\n')
    write('corpus/general.txt', 'how loud is it\nhow damp is it\n')
    write(
      'corpus/lines.jsonl',
      [
        { id: 's', kind: 'situation', text: 'it must hoot', facts: [saying('loud', 'must hoot')] },
        { id: 'o', kind: 'oos', text: 'who cooks' },
        {
          id: 't',
          kind: 'thread',
          messages: [{ text: 'a' }, { text: 'b' }],
          facts: [saying('damp', 'b', { message: 1 })],
        },
      ]
        .map((each) => JSON.stringify(each))
        .join('\n'),
    )
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('has messages with their own labels, situations, general questions and those out of scope', () => {
    expect(readCorpus(folder)).toMatchObject({
      messages: [
        { text: 'it must hoot', labels: [{ id: 'loud' }] },
        { text: 'a', labels: [] },
        { text: 'b', labels: [{ id: 'damp' }] },
      ],
      situations: ['it must hoot'],
      general: ['how loud is it', 'how damp is it'],
      outOfScope: ['who cooks'],
    })
  })

  it('has a fingerprint that changes with any file', () => {
    const before = readCorpus(folder).fingerprint
    expect(readCorpus(folder).fingerprint).toBe(before)
    write('terms.tsv', 'loud\thorns\n')
    const after = readCorpus(folder).fingerprint
    write('classes.tsv', 'people\tfolks\n')
    const later = readCorpus(folder).fingerprint
    write('corpus/general.txt', 'how loud is it\n')
    expect(new Set([before, after, later, readCorpus(folder).fingerprint]).size).toBe(4)
  })

  it('names file and line of what does not parse', () => {
    write('corpus/more.jsonl', '{"id": "a", "kind": "oos", "text": "x"}\n{"id": "b", "kind": "poem"}\n')
    expect(() => readCorpus(folder)).toThrow('more.jsonl:2')
  })
})

describe('the labels of the corpus', () => {
  /** What may be said of an option beside facts of it; see `statusOf`. */
  const standings = ['proposed', 'preferred', 'disliked']

  it('name facts of the catalogue alone', () => {
    const known = new Set([...engine.knowledge.catalogue.facts.map(({ id }) => kindOf(id)), ...standings])
    const labels = readCorpus(knowledgeFolder).messages.flatMap((message) => message.labels)
    expect(labels.length).toBeGreaterThan(10_000)
    expect(labels.filter(({ id }) => !known.has(kindOf(id)))).toEqual([])
  })
})
