import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Knowledge } from '../../src/core/domain/knowledge.ts'
import { loadContent } from '../../src/knowledge/load-knowledge.ts'
import { knowledgeFolder, sourceFolder } from './real-knowledge.ts'
import { type Segment, segmentsBelow, segmentsOf } from './source-segments.ts'

/** Names that are also plain words of this code, each with the reason why it names no technology there. */
const plainWords: Readonly<Record<string, string>> = {
  slack: 'the platform that the bot serves',
  ts: "Slack's name for the time of a message",
  go: 'the verb, in lists of words that ask and fill',
  rest: 'what is left: "the rest" of a system',
  npm: "the command of this project's own scripts, in the remedy of an error",
}

const layers = ['core', 'cards', 'slack']

/** Every name of a technology that the knowledge holds, lower case. */
function namesIn({ comparisons, language }: Omit<Knowledge, 'model'>): Set<string> {
  const names = comparisons.flatMap(({ options, vocabulary, named }) => [
    ...options.flatMap(({ id, name, aliases, frameworks }) => [id, name, ...aliases, ...frameworks]),
    ...vocabulary.foreign,
    ...vocabulary.tools.flatMap((tool) => tool.names),
    ...named.flatMap(({ sides }) => sides.flat()),
  ])
  return new Set([...names, ...language.foreign, ...language.homographs].map((name) => name.toLowerCase()))
}

/** Names that stand in a text as whole words; addresses of sources and escapes of patterns are no words. */
function namesWithin(text: string, names: ReadonlySet<string>): string[] {
  const plain = text
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\\[a-z]/g, ' ')
  const words = plain.match(/[\p{L}\p{N}_+#]+(?:[.'-][\p{L}\p{N}_+#]+)*|\.[a-z]+/gu) ?? []
  const parts = words.flatMap((word, index) => [
    word,
    ...word.split(/[.'-]/),
    `${word} ${words[index + 1] ?? ''}`,
    `${word} ${words[index + 1] ?? ''} ${words[index + 2] ?? ''}`,
  ])
  return [...new Set(parts)].filter((part) => names.has(part))
}

const said: readonly Segment['kind'][] = ['string', 'template', 'regex']

describe('the engine', () => {
  const names = namesIn(loadContent(knowledgeFolder))

  it.each(layers)('names no technology in a string, template or pattern of src/%s', (layer) => {
    const found = segmentsBelow(join(sourceFolder, layer)).flatMap(({ file, segments }) =>
      segments
        .filter(({ kind }) => said.includes(kind))
        .flatMap(({ text, line }) =>
          namesWithin(text, names)
            .filter((name) => !(name in plainWords))
            .map((name) => `${layer}/${file}:${line} ${name} in ${text.slice(0, 60)}`),
        ),
    )
    expect(found).toEqual([])
  })

  it('has plain words only where they are met', () => {
    const texts = layers
      .flatMap((layer) => segmentsBelow(join(sourceFolder, layer)))
      .flatMap(({ segments }) => segments.filter(({ kind }) => said.includes(kind)))
    const met = new Set(texts.flatMap(({ text }) => namesWithin(text, names)))
    expect(Object.keys(plainWords).filter((word) => !met.has(word))).toEqual([])
  })
})

describe('the search for names', () => {
  const names = new Set(['blip', 'c#', 'spring boot', '.blip', 'go'])

  it.each([
    { source: "const a = 'use Blip now'", found: ['blip'] },
    { source: 'const a = `use \u0024{"Spring Boot"} now`', found: ['spring boot'] },
    { source: 'const a = `use \u0024{b} go \u0024{`blip`} end`', found: ['go', 'blip'] },
    { source: 'const a = b.test(/blip|c#/)', found: ['blip', 'c#'] },
    { source: "const a = 'it\\'s c#'", found: ['c#'] },
    { source: "import { a } from './blip.ts' // blip\n/* blip */ const go = 1 / 2 / 3", found: [] },
    { source: "const a = 'blipper ergo'", found: [] },
  ])('finds $found in $source', ({ source, found }) => {
    const texts = segmentsOf(source).filter(({ kind }) => said.includes(kind))
    expect(texts.flatMap(({ text }) => namesWithin(text, names))).toEqual(found)
  })

  it('loses nothing of a file', () => {
    for (const { segments } of segmentsBelow(sourceFolder)) {
      const whole = segments.map(({ text }) => text).join('')
      const again = segmentsOf(whole)
      expect(again).toEqual(segments)
      expect(segments.filter(({ kind, text }) => kind === 'string' && text.includes('\n'))).toEqual([])
    }
  })
})
