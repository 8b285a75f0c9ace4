import type { Parsed } from './parse.ts'

/** Words of a message as one option sees them: itself, and any other. `null` masks all options alike. */
export function optionView(parsed: Parsed, self: string | null): string[] {
  return viewed(parsed.words, parsed, self, (mask) => mask)
}

/** The same for words that stand for those of the message, with what stands for a mask, or for '' in its place. */
export function viewed<T>(
  words: readonly T[],
  { mentions }: Parsed,
  self: string | null,
  maskOf: (mask: string) => T,
): T[] {
  const view = words.slice()
  for (const mention of mentions) {
    if (mention.inChoice) continue
    const mask = self === null ? 'optany' : mention.option === self ? 'optself' : 'optother'
    for (let i = mention.from; i < mention.to; i++) view[i] = maskOf(i === mention.from ? mask : '')
  }
  return view
}
