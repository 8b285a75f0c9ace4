import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerWithConfidence } from '../../src/core/answer.ts'
import type { Message, Question } from '../../src/core/domain/question.ts'
import { growth } from '../support/growth.ts'
import { behindBreaches, cardBreaches } from './contract.ts'
import { aMessage } from './questions.ts'
import { asOf, comparisonIn, contextOf, disputed, factIds, realEngine, verdictOn } from './real-knowledge.ts'

const engine = realEngine()
const { knowledge } = engine
const comparison = comparisonIn(engine)

/** What is wrong with the answer to a question and with its card. */
function wrong(question: Question): string[] {
  const { answer: shown, confidence } = answerWithConfidence(engine, question)
  const { thread } = question
  const context = contextOf(thread ? { surface: 'thread', thread, people: (id) => id } : {})
  return [
    ...(confidence >= 0 && confidence <= 1 ? [] : [`a confidence of ${confidence}`]),
    ...cardBreaches(knowledge, shown, context, false),
    ...behindBreaches(knowledge, shown, context, false),
  ]
}

const names = comparison.options.flatMap(({ aliases, frameworks }) => [...aliases, ...frameworks])
const fragments = fc.constantFrom(
  ...names.slice(0, 30),
  ...knowledge.catalogue.facts.map(({ whenTrue }) => whenTrue),
  ...comparison.entries.slice(0, 40).map(({ title }) => title),
  ...[
    'or',
    'vs',
    ' ',
    '?',
    '. ',
    ', ',
    '\n',
    '/',
    '-',
    "don't",
    'no longer',
    'what if',
    '1000 rps',
    '@stack',
  ],
  ...[
    '"',
    '“',
    '”',
    "'",
    '«',
    '```',
    '`',
    '> ',
    '&gt;',
    '\n>>> ',
    'Traceback (most recent call last):\n',
    ' at foo (file:1:2)',
    '\n10:02:03 ERROR ',
    'yeah right',
    ':upside_down_face:',
    '<@U1>',
    '<!channel>',
    '<https://a.example|b>',
    '*',
    '_',
  ],
  ...[
    '\u200b',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u00ad',
    '\u0301',
    '\u05e9\u05dc\u05d5\u05dd',
    '\u0645\u0631\u062d\u0628\u0627',
  ],
  ...[
    'İstanbul',
    'ﬃ',
    'ß',
    'ǅ',
    '👩‍👩‍👧',
    '\ud83d',
    '\udc00',
    '\0',
    '\\',
    '\u0024{x}',
    '{option}',
    '__proto__',
    'constructor',
  ],
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc
    .array(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 80 })
    .map((parts) => parts.join('')),
)
const message: fc.Arbitrary<Message> = fc.record(
  { text, authorId: fc.constantFrom('U1', 'U2', 'U3'), author: text, time: text },
  { requiredKeys: ['text'] },
)

/** Texts that make careless patterns slow, by what is repeated. */
const hostile: readonly (readonly [name: string, unit: string])[] = [
  ['one letter', 'a'],
  ['letters and spaces', 'a '],
  ['spaces', ' '],
  ['line ends', '\n'],
  ['letters with dots', 'a.'],
  ['letters with hyphens', 'a-'],
  ['apostrophes', "a'"],
  ['digits', '1'],
  ['numbers with units', '1000 rps '],
  ['versions', '1.2.'],
  ['at signs', '@a'],
  ['open quotes', '"'],
  ['nested quotes', '"“\'`«'],
  ['backticks', '```\n'],
  ['brackets', '(['],
  ['angle brackets', '<<@'],
  ['question marks', '?'],
  ['commas', ', '],
  ['slashes', 'a/'],
  ['right-to-left marks', '\u202e\u05e9'],
  ['zero-width characters', 'n\u200b'],
  ['combining marks', 'e\u0301'],
  ['surrogates', '👩‍👩‍👧'],
  ['half surrogates', '\ud83d'],
  ['capitals that grow', 'İ'],
  ['names', `${names[0]} `],
  ['names in a choice', `${names[0]} or ${names.at(-1)} `],
  ['names under a negation', `no ${names[0]} or ${names.at(-1)}, `],
  ['sentences of need', 'we need live updates. '],
  ['needs in one sentence', 'we need live updates and we must share types '],
  ['withdrawals', 'scrap the sockets, they were cut. '],
  ['joining words', 'and but so because '],
  ['suppositions', 'what if maybe later '],
  ['quoted lines', '> a\n'],
  ['quotes in quotes', '>>> > &gt; '],
  ['frames on one line', 'at a (b:1:'],
  ['frames', ' at a (b:1:2)\n'],
  ['log lines', '10:02:03 a b c INFO\n'],
  ['times', '10:02:03 '],
  ['addresses', 'https://a.'],
  ['hosts', 'www.a.com/ '],
  ['code and words', '`a(b)` we need live updates '],
  ['irony', 'yeah right, /s '],
]

describe('any text', () => {
  it('has an answer with a card that Slack takes', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(wrong({ text: each, asOf })).toEqual([])
      }),
      { numRuns: 1000, seed: 6 },
    )
  })

  it('has an answer in any discussion', () => {
    fc.assert(
      fc.property(text, fc.array(message, { minLength: 1, maxLength: 8 }), (each, thread) => {
        expect(wrong({ text: each, asOf, thread })).toEqual([])
      }),
      { numRuns: 150, seed: 6 },
    )
  })

  it('has an answer where every fact is in dispute', () => {
    const facts = factIds(knowledge, comparison).flatMap(disputed)
    const verdict = verdictOn(engine, comparison, facts)
    expect(verdict.pick).toBeNull()
    expect(cardBreaches(knowledge, verdict, contextOf())).toEqual([])
  })
})

describe('a text that makes careless patterns slow', () => {
  /** Work grows with the length; the factor is for what machines do in between. */
  const most = 3
  const lengths = { short: 5_000, long: 40_000, hopeless: most * 1.5 }

  it.each(hostile)(
    'costs no more by the character at 40,000 than at 5,000, and has a card: %s',
    (_, unit) => {
      const grown = growth(unit, lengths, (long) => {
        answerWithConfidence(engine, { text: long, asOf })
      })
      expect(grown).toBeLessThan(most)
      const long = unit.repeat(Math.ceil(lengths.long / unit.length)).slice(0, lengths.long)
      expect(wrong({ text: long, asOf })).toEqual([])
      expect(wrong({ text: 'what should we take?', asOf, thread: [aMessage(long)] })).toEqual([])
    },
  )

  it('costs no more by the message in 400 messages than in 50', () => {
    const unit = 'we need live updates. the team knows it well, but do we have to share types?\n'
    const grown = growth(
      unit,
      { short: unit.length * 50, long: unit.length * 400, hopeless: most * 1.5 },
      (long) => {
        const thread = long.split('\n').map((each, index) => aMessage(each, { authorId: `U${index % 9}` }))
        answerWithConfidence(engine, { text: 'what should we take?', asOf, thread })
      },
    )
    expect(grown).toBeLessThan(most)
  })
})
