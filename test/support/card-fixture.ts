import type { CardContext, CardKnowledge, ModalView } from '../../src/cards/card-types.ts'
import { type FormView, factsForm } from '../../src/cards/facts-form.ts'
import { agreement } from '../../src/core/decision/agreement.ts'
import { clarify } from '../../src/core/decision/clarify.ts'
import { decide } from '../../src/core/decision/decide.ts'
import { flips } from '../../src/core/decision/flips.ts'
import { relevantRows, rowsOf } from '../../src/core/decision/relevant-rows.ts'
import type {
  Answer,
  NotCovered,
  Overview,
  TableAnswer,
  TopicAnswer,
  Verdict,
} from '../../src/core/domain/answer.ts'
import type { Claim } from '../../src/core/domain/citation.ts'
import type { Comparison } from '../../src/core/domain/comparison.ts'
import type { Entry, Position } from '../../src/core/domain/entry.ts'
import type { Fact, ReadFact } from '../../src/core/domain/fact.ts'
import type { Message } from '../../src/core/domain/question.ts'
import type { Rule } from '../../src/core/domain/rule.ts'
import type { Source } from '../../src/core/domain/source.ts'

type CriterionEntry = Extract<Entry, { kind: 'criterion' }>
type TableEntry = Extract<Entry, { kind: 'table' }>

/** Texts of a knowledge in two lengths: as people write them, and as long as the schema allows. */
interface Texts {
  of: (text: string, most: number) => string
}
const ordinary: Texts = { of: (text) => text }
/** Words of nine letters up to the limit, so that wrapping is at its worst. */
const longest: Texts = {
  of: (text, most) => `${text} ${'wumpled & '.repeat(20)}`.slice(0, most).trimEnd().padEnd(most, 'x'),
}

const options = ['blorp', 'quix', 'zanter']

/** Three options with nonsense names, five guides (one old, one with an address) and a page of documentation. */
export function aCardKnowledge(length: 'ordinary' | 'longest' = 'ordinary'): CardKnowledge {
  const texts = length === 'longest' ? longest : ordinary
  return {
    catalogue: { parts: parts(texts), facts: facts(texts) },
    comparisons: [comparison(texts)],
  }
}

export function theComparison(knowledge: CardKnowledge): Comparison {
  const [first] = knowledge.comparisons
  if (!first) throw new Error('The fixture holds no comparison.')
  return first
}

/** A context for a private card on a day when one guide is old. */
export function aContext(more: Partial<CardContext> = {}): CardContext {
  return {
    command: '/stack',
    surface: 'private',
    asOf: '2026-11-20',
    asker: 'U0ASKER',
    people: (id) => names[id] ?? 'someone',
    ...more,
  }
}

const names: Record<string, string> = { U1: 'Ann', U2: 'Ben', U3: 'Carla' }

/** Six messages by three people, each with a time and an address. */
export const thread: Message[] = ['U1', 'U2', 'U3', 'U1', 'U2', 'U3'].map((authorId, index) => ({
  text: `message ${index}`,
  authorId,
  time: `10:0${index}`,
  permalink: `https://nonsense.example/archives/C1/p${index}?thread_ts=1&cid=C1`,
}))

export function aContextInThread(more: Partial<CardContext> = {}): CardContext {
  return aContext({ surface: 'thread', thread, ...more })
}

/** A fact as read from message `message`, or from the question itself. */
export function aReadFact(id: string, more: Partial<ReadFact> = {}): ReadFact {
  return { id, value: 'yes', grade: 'stated', counted: true, quote: `we need ${id}`, probability: 1, ...more }
}

/** What the engine answers on these facts, as the core composes it. */
export function aVerdict(knowledge: CardKnowledge, facts: ReadFact[], more: Partial<Verdict> = {}): Verdict {
  const of = theComparison(knowledge)
  const decision = decide(of, knowledge.catalogue, facts)
  const turns = flips(of, knowledge.catalogue, facts, decision)
  return {
    kind: 'verdict',
    comparison: of,
    ...decision,
    facts,
    flips: turns,
    clarifying: clarify(of, knowledge.catalogue, facts, decision),
    rows: relevantRows(of, { facts, decision, flips: turns }, 6),
    noRule: [],
    deadlock: false,
    read: null,
    whatIf: [],
    id: 'fixture.blorp-vs-quix.real-time',
    ...more,
  }
}

export function anOverview(knowledge: CardKnowledge): Overview {
  const of = theComparison(knowledge)
  return {
    kind: 'comparison',
    comparison: of,
    cases: of.overview.cases,
    rows: rowsOf(of, of.overview.criteria),
  }
}

export function aTopic(knowledge: CardKnowledge, id: string): TopicAnswer {
  const of = theComparison(knowledge)
  const entry = of.entries.find((each) => each.entry === id)
  if (!entry) throw new Error(`The fixture has no entry ${id}.`)
  const positions = entry.kind === 'table' ? [] : entry.positions
  return {
    kind: 'faq',
    comparison: of,
    entry,
    agreement: positions.length > 0 ? agreement(positions, guideIds) : null,
    rows: 'criteria' in entry ? rowsOf(of, entry.criteria) : [],
    matched: [],
  }
}

export function aTable(knowledge: CardKnowledge): TableAnswer {
  const of = theComparison(knowledge)
  const entry = of.entries.find((each): each is TableEntry => each.kind === 'table')
  if (!entry) throw new Error('The fixture has no table.')
  return { kind: 'table', comparison: of, entry }
}

/** The fixture's table with other columns and rows. */
export function aTableOf(columns: string[], rows: string[][], title = 'Figures'): TableAnswer {
  const answer = aTable(aCardKnowledge())
  const { cites } = answer.entry
  const cited = rows.map((cells) => ({ cells, cites }))
  return { ...answer, entry: { ...answer.entry, title, columns, rows: cited } }
}

export function notCovered(knowledge: CardKnowledge, more: Partial<NotCovered> = {}): NotCovered {
  const of = theComparison(knowledge)
  return {
    kind: 'not-covered',
    subject: 'Frobnix',
    named: null,
    covered: coveredBy(knowledge),
    tables: null,
    nearest: [{ comparison: of, entry: 'criterion/speed', title: entryTitle(of, 'criterion/speed') }],
    ...more,
  }
}

export function namedPair(knowledge: CardKnowledge): NotCovered {
  const of = theComparison(knowledge)
  const [pair] = of.named
  if (!pair) throw new Error('The fixture names no pair.')
  return notCovered(knowledge, { subject: null, named: { comparison: of, pair } })
}

export function coveredBy(knowledge: CardKnowledge) {
  return knowledge.comparisons.map(({ slug, title, options: of, entries }) => ({
    slug,
    title,
    names: of.map(({ name }) => name),
    topics: entries.length,
  }))
}

/** The form of an answer's facts with every question shown; none for what is no verdict. */
export function formsOf(
  knowledge: CardKnowledge,
  answer: Answer,
  context: CardContext,
  more: Partial<FormView> = {},
): ModalView[] {
  if (answer.kind !== 'verdict') return []
  const form = { title: 'Correct facts', before: answer, now: answer, chosen: {}, all: true }
  const buttons = { submit: 'Update card', close: 'Keep private', metadata: '{}' }
  return [factsForm(knowledge, { ...form, ...buttons, ...more }, context)]
}

/** One answer of every kind and of every kind of pick, by name. */
export function everyAnswer(knowledge: CardKnowledge): [string, Answer, CardContext][] {
  const of = theComparison(knowledge)
  const inThread = { read: { messages: 14, used: 4, unread: 0 } }
  const quoted = (id: string, message: number, more: Partial<ReadFact> = {}) =>
    aReadFact(id, { message, quote: `we really do need ${id} from the first day on`, ...more })
  const disputed = { counted: false, reason: 'contradicted' } as const
  return [
    ['overview', anOverview(knowledge), aContext()],
    ['verdict', aVerdict(knowledge, [aReadFact('live'), aReadFact('team/quix')]), aContext()],
    [
      'verdict-thread',
      aVerdict(
        knowledge,
        [
          quoted('live', 0),
          quoted('sharing', 1),
          quoted('team/quix', 2),
          quoted('side-job', 3),
          quoted('small', 4),
          quoted('models', 5, { counted: false, value: 'maybe', reason: 'hypothetical' }),
        ],
        { ...inThread, noRule: [{ quote: 'it must run on our own machines', message: 3 }] },
      ),
      aContextInThread(),
    ],
    [
      'verdict-readings',
      aVerdict(knowledge, [quoted('team/quix', 0, disputed), quoted('team/blorp', 1, disputed)], inThread),
      aContextInThread(),
    ],
    ['verdict-both', aVerdict(knowledge, [aReadFact('live'), aReadFact('models')]), aContext()],
    ['verdict-either', aVerdict(knowledge, [aReadFact('plain')]), aContext()],
    ['verdict-deadlock', aVerdict(knowledge, [aReadFact('plain')], { deadlock: true }), aContext()],
    ['verdict-leaning', aVerdict(knowledge, [aReadFact('small')]), aContext()],
    [
      'verdict-answered',
      aVerdict(knowledge, [aReadFact('team/quix', { grade: 'given' })].map(withoutQuote), inThread),
      aContextInThread({ answered: { user: 'U2', label: 'Quix' } }),
    ],
    [
      'verdict-corrected',
      aVerdict(
        knowledge,
        [quoted('live', 0), aReadFact('small', { grade: 'given' })].map(withoutQuote),
        inThread,
      ),
      aContextInThread({
        corrected: {
          user: 'U2',
          corrections: [
            { id: 'small', value: 'yes' },
            { id: 'sharing', value: 'maybe' },
            { id: 'models', value: 'no' },
          ],
        },
        since: {
          added: ['live', 'small', 'models'],
          withdrawn: ['sharing', 'team/quix', 'plain'],
          pick: 'quix',
          samePick: false,
          time: '09:58',
          permalink: 'https://nonsense.example/archives/C1/p9',
        },
      }),
    ],
    [
      'verdict-what-if',
      aVerdict(knowledge, [aReadFact('live'), aReadFact('team/quix')], { whatIf: ['live'] }),
      aContext(),
    ],
    ['criterion', aTopic(knowledge, 'criterion/speed'), aContext()],
    ['criterion-split', aTopic(knowledge, 'criterion/sharing'), aContext()],
    ['faq', aTopic(knowledge, 'faq/what-is-it'), aContext()],
    [
      'faq-shared',
      aTopic(knowledge, 'faq/what-is-it'),
      aContext({ surface: 'channel', sharedBy: { user: 'U1', asked: 'what is it, and why do we care?' } }),
    ],
    ['faq-criteria', aTopic(knowledge, 'faq/which-is-fast'), aContext()],
    ['table', aTable(knowledge), aContext()],
    [
      'ambiguous',
      {
        kind: 'ambiguous',
        comparison: of,
        candidates: ['criterion/speed', 'faq/what-is-it', 'table/figures'].map((entry) => ({
          entry,
          title: entryTitle(of, entry),
        })),
      },
      aContext(),
    ],
    ['not-covered', notCovered(knowledge), aContext()],
    ['not-covered-pair', namedPair(knowledge), aContext()],
    ['help', { kind: 'help', courtesy: false, covered: coveredBy(knowledge) }, aContext()],
  ]
}

function withoutQuote({ quote: _, ...fact }: ReadFact): ReadFact {
  return fact
}

function entryTitle(of: Comparison, id: string): string {
  return of.entries.find(({ entry }) => entry === id)?.title ?? id
}

const guideIds = ['G1', 'G2', 'G3', 'G4', 'G5']

const sources: Source[] = [
  ...guideIds.map(
    (id, index): Source => ({
      id,
      title: `Choosing between nonsense & sense, part ${index + 1}`,
      publisher: `Agency ${index + 1}`,
      date: index === 1 ? '2025-01' : index === 2 ? '2026-04-14' : '2026',
      grade: 'vendor-guide',
      interest: 'Sells work in all three.',
      ...(index === 1 ? { url: 'https://guide.example/two?a=1&b=2' } : {}),
    }),
  ),
  {
    id: 'manual',
    title: 'The Blorp manual',
    publisher: 'Blorp project',
    date: '2026-10-26',
    url: 'https://blorp.example/manual',
    grade: 'primary',
    interest: 'None beyond its own project.',
  },
]

function parts({ of }: Texts) {
  return [
    { id: 'live', name: of('the live part', 24) },
    { id: 'model', name: of('the model side', 24) },
    { id: 'web', name: of('the web side', 24) },
    { id: 'whole', name: of('the whole', 24) },
  ]
}

function facts({ of }: Texts): Fact[] {
  const fact = (id: string, rank: number, part: string, words: string, more: Partial<Fact> = {}): Fact => ({
    id,
    perOption: false,
    name: of(words, 24),
    means: `${words} is needed.`,
    question: of(`Do you need ${words}?`, 80),
    noun: of(words, 40),
    whenTrue: of(`${words} is needed`, 60),
    whenFalse: of(`${words} is dropped`, 60),
    part,
    pulls: true,
    rank,
    replaces: [],
    ...more,
  })
  return [
    fact('models', 1, 'model', 'models at the core'),
    fact('live', 2, 'live', 'live updates'),
    {
      ...fact('team', 3, 'whole', 'a team'),
      perOption: true,
      name: 'Team knows {option}',
      question: 'What does the team know best?',
      noun: 'a team that knows {option}',
      whenTrue: 'the team knows {option}',
      whenFalse: 'the team does not know {option}',
    },
    fact('sharing', 4, 'web', 'shared types'),
    fact('side-job', 5, 'model', 'a side job'),
    fact('small', 6, 'web', 'small bundles'),
    fact('plain', 7, 'web', 'a plain service', { pulls: false }),
    fact('fashion', 8, 'whole', 'fashion', { pulls: false, aside: true }),
  ]
}

function comparison({ of }: Texts): Comparison {
  const claim = (text: string, cites: string[], most: number): Claim => ({ text: of(text, most), cites })
  const rule = (id: string, tier: Rule['tier'], option: string, cites: string[], because: string): Rule => ({
    id,
    tier,
    option,
    when: [id],
    unless: [],
    separable: true,
    because: of(because, 90),
    cites,
    but: [claim('Others manage it too.', ['G3:7'], 110)],
  })
  const position = (guide: string, winner: string): Position => ({
    guide,
    winner,
    at: [`${guide}:10-12`],
    says: { blorp: of('Quick enough.', 200), quix: of('A little slower.', 200) },
  })
  const topic = (id: string, title: string, answer: string) => ({
    id,
    title: of(title, 48),
    answer: of(answer, 80),
    cites: ['G1:3', 'G2:4', 'manual#speed'],
    points: [
      claim('Its loop keeps many calls going at once.', ['G1:5', 'G2:6'], 110),
      claim('It rarely decides: storage costs more.', ['G3:7'], 110),
    ],
    more: [claim('One guide measured it under load.', ['G4:8-9'], 400)],
    checks: [claim('The manual says so as well (2026-10-26).', ['manual#speed'], 300)],
    wordings: ['is blorp fast enough'],
    see: ['table/figures'],
  })
  const criterion = (
    id: string,
    short: string,
    title: string,
    positions: Position[],
    pulls: string[],
  ): CriterionEntry => ({
    kind: 'criterion',
    entry: `criterion/${id}`,
    ...topic(id, title, 'Many calls at once: Blorp is the better fit.'),
    short: of(short, 14),
    positions,
    facts: pulls,
    differ: claim('Two guides see no difference.', ['G4:8', 'G5:9'], 200),
  })
  const standing = (because: string) => ({
    because: of(because, 90),
    cites: ['G1:1', 'G3:2', 'G4:3'],
    but: [],
  })
  return {
    slug: 'blorp-vs-quix',
    title: of('Blorp, Quix or Zanter', 48),
    owner: 'Nonsense team',
    reviewBy: '2027-05-31',
    subject: 'nonsense engines',
    counted: ['vendor-guide'],
    voices: { one: 'guide', many: 'guides' },
    horizon: 24,
    cues: [],
    called: [],
    broadest: false,
    examples: ['which one is the louder?', 'do they mix well?'],
    options: options.map((id) => ({
      id,
      name: of(`${id.charAt(0).toUpperCase()}${id.slice(1)}`, 20),
      aliases: [id],
      frameworks: [],
    })),
    overview: {
      answer: of('Blorp, Quix or Zanter: none fits all', 80),
      ask: of('What are you building?', 40),
      cases: [
        {
          label: of('Live', 16),
          facts: ['live'],
          line: of('Live updates for many people', 64),
          pick: 'blorp',
        },
        { label: of('Models', 16), facts: ['models'], line: of('Models are the core', 64), pick: 'quix' },
        { label: of('Small', 16), facts: ['small'], line: of('Small bundles', 64), pick: 'zanter' },
        {
          label: of('Plain', 16),
          facts: ['plain'],
          line: of('Plain service', 64),
          pick: 'either',
          instead: 'the one you know',
        },
      ],
      criteria: ['speed', 'sharing', 'size'],
    },
    named: [
      {
        sides: [['frob'], ['nix']],
        title: of('Frob vs Nix', 48),
        say: claim('One guide gives it one line and no verdict.', ['G4:40'], 110),
        nearest: 'criterion/speed',
        answered: false,
      },
    ],
    sources,
    entries: [
      criterion(
        'speed',
        'Speed',
        'Speed under load',
        [
          ...['G1', 'G2', 'G4'].map((guide) => position(guide, 'blorp')),
          position('G3', 'quix'),
          position('G5', 'mixed'),
        ],
        ['live'],
      ),
      criterion(
        'sharing',
        'Shared types',
        'Sharing types',
        [position('G1', 'blorp'), position('G3', 'quix'), position('G5', 'none')],
        ['sharing'],
      ),
      criterion('size', 'Size', 'Size of bundles', [position('G2', 'zanter')], ['small']),
      {
        kind: 'faq',
        entry: 'faq/what-is-it',
        ...topic('what-is-it', 'What is Blorp?', 'Blorp is a thing.'),
        positions: [],
        criteria: [],
      },
      {
        kind: 'faq',
        entry: 'faq/which-is-fast',
        ...topic('which-is-fast', 'Which is fast?', 'Many calls: usually Blorp. Small bundles: Zanter.'),
        positions: [],
        criteria: ['speed', 'size'],
      },
      {
        kind: 'table',
        entry: 'table/figures',
        ...topic('figures', 'Figures', 'Blorp handles most calls in one test.'),
        caveat: claim('One run in 2026; hardware is not stated.', ['G5:18'], 160),
        columns: ['Engine', 'Calls/s', 'p99', 'Memory'],
        rows: ['Blorp 4', 'Quix 2', 'Zanter 9', 'Blorp 3', 'Quix 1', 'Zanter 8', 'Zanter 7'].map(
          (name, index) => ({
            cells: [name, `${89 - index},400`, `${index + 4}.2 ms`, `${48 + index} MB`],
            cites: [`G5:${20 + index}`],
          }),
        ),
      },
    ],
    rules: {
      team: standing('A known engine often beats a better one.'),
      existing: standing('What runs in {option} stays.'),
      either: {
        because: of('Nothing here separates them, so take the one you know.', 90),
        cites: ['G1:50', 'G5:146'],
        leans: [
          claim('One guide takes Blorp for most services.', ['G2:11'], 110),
          claim('One guide takes Quix.', ['G3:9'], 110),
        ],
      },
      deadlock: claim(
        'A deadlock means that the difference is small. Take the one you know.',
        ['G1:53'],
        200,
      ),
      both: {
        because: of('Each part does its own work; they talk over a queue.', 90),
        cites: ['G1:62', 'G2:72'],
      },
      rules: [
        rule(
          'models',
          'A',
          'quix',
          ['G1:1', 'G2:1', 'G3:1', 'G4:1', 'G5:1'],
          'Its libraries for models come first.',
        ),
        rule(
          'live',
          'A',
          'blorp',
          ['G1:2', 'G2:2', 'G3:2', 'G4:2', 'manual#loop'],
          'Its loop holds many connections open.',
        ),
        rule('sharing', 'C', 'blorp', ['G1:4', 'G4:4'], 'Types cross no border.'),
        rule('side-job', 'C', 'quix', ['G3:5'], 'Jobs are quick to write.'),
        rule('small', 'D', 'zanter', ['G5:6'], 'Its bundles are small.'),
      ],
    },
    vocabulary: { aliases: {}, ambiguous: [], related: [], foreign: [], tools: [] },
  }
}
