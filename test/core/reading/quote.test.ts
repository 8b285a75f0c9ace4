import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/core/domain/question.ts'
import { knowledgeFolder } from '../../whole-path/real-knowledge.ts'
import { read } from '../real-engine.ts'

/** Every tenth thread and situation of the corpus that training reads: long, plain, in many styles. */
function corpusDiscussions(): Message[][] {
  const folder = join(knowledgeFolder, 'language/corpus')
  return ['threads.jsonl', 'situations-long.jsonl', 'status.jsonl']
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
    .filter((_, line) => line % 10 === 0)
    .map((line) => {
      const { text, messages } = JSON.parse(line) as { text?: string; messages?: { text: string }[] }
      return messages?.map((message) => ({ text: message.text })) ?? [{ text: text ?? '' }]
    })
}

function placesOf(piece: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) places.push(at)
  return places
}

describe('a quote', () => {
  const read10th = corpusDiscussions().map((messages) => ({ messages, reading: read(messages) }))

  it('is an exact piece of its message, of at most 40 characters, and holds its key', () => {
    const quoted = read10th.flatMap(({ messages, reading }) =>
      reading.facts.map((fact) => ({ fact, text: messages[fact.message ?? 0]!.text })),
    )
    expect(quoted.length).toBeGreaterThan(200)
    for (const { fact, text } of quoted) {
      expect(text).toContain(fact.quote)
      expect(fact.quote!.length).toBeLessThanOrEqual(40)
      expect(fact.quote!.trim()).not.toBe('')
      expect(fact.quote).toContain(fact.key ?? '')
    }
    expect(quoted.filter(({ fact }) => fact.key !== undefined).length).toBeGreaterThan(100)
  })

  it('begins and ends where words do', () => {
    const letter = /[\p{L}\p{N}]/u
    for (const { messages, reading } of read10th)
      for (const { quote = '', message } of reading.facts) {
        const { text } = messages[message ?? 0]!
        const cuts = placesOf(quote, text).map((at) =>
          [at, at + quote.length].some(
            (edge) => letter.test(text.charAt(edge - 1)) && letter.test(text.charAt(edge)),
          ),
        )
        expect(cuts, quote).toContain(false)
      }
  })

  it('is the whole clause where that is short', () => {
    const [fact] = read([{ text: 'Hello all! We want LIVE updates. Thanks' }]).facts
    expect(fact).toMatchObject({ quote: 'We want LIVE updates', key: 'LIVE updates' })
  })

  it('stands around the deciding words where the clause is long', () => {
    const [fact] = read([
      {
        text: 'the customers of our oldest branch in the north told us again that they want live updates on every single board of theirs',
      },
    ]).facts
    expect(fact).toMatchObject({ id: 'real-time', quote: 'us again that they want live updates on' })
  })

  it('keeps typographic signs as they were written', () => {
    const [fact] = read([{ text: 'We don’t need real-time' }]).facts
    expect(fact).toMatchObject({ quote: 'We don’t need real-time', value: 'no' })
  })

  it('leaves out the choice that stands before what is said', () => {
    const [fact] = read([
      { text: 'node or python for users who must see changes at once over websockets?' },
    ]).facts
    expect(fact?.quote).toMatch(/websockets|changes at once/)
    expect(fact?.quote).not.toMatch(/node|python/)
  })
})
