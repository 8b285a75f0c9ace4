import type { Fact } from '../../../src/core/domain/fact.ts'
import { type Seeded, seeded } from '../../whole-path/seeded.ts'
import { ASKING, inventor, oftenFirst, PLAIN } from './vocabulary.ts'

/** Entries of a comparison by the file that they stand in. */
const ENTRIES = { criteria: 6, faq: 11, scenarios: 2, tables: 1 } as const
/** With twenty entries in 300 comparisons: 102,000. */
const WORDINGS = 17
const HELD_BACK = 2
const OWN_FACTS = 4
/** About as many terms as wordings, as the shipped comparisons have. */
const TERMS = 80
/** Words of a trade that all comparisons draw from, and names that belong to several. */
const TRADE = 1000
const SHARED_NAMES = 150
const OWN_WORDS = 40
const GUIDES = ['g1', 'g2', 'g3']

/** An entry that a question should lead to, with ways to ask for it that no file holds. */
export interface Asked {
  entry: string
  texts: string[]
}

/** A comparison that nobody wrote. */
export interface Generated {
  slug: string
  /** Content by the name of the file. */
  files: Record<string, string>
  /** Names of its options. */
  names: [string, string]
  asked: Asked[]
  /** Terms of its own facts that no file holds. */
  needs: string[]
}

/** What a comparison is drawn from. */
interface Sources {
  draws: Seeded
  trade: readonly string[]
  shared: readonly string[]
  own: readonly string[]
  facts: readonly Fact[]
}

/**
 * So many comparisons over the shared facts, the same each time and the first ones the same however many there are.
 * Each has two options with names of its own and some that several share, twenty entries, rules, and facts of its own.
 */
export function generated(count: number, facts: readonly Fact[]): Generated[] {
  const invent = inventor(seeded('words of scale'))
  const words = (many: number) => Array.from({ length: many }, invent)
  const [trade, shared] = [words(TRADE), words(SHARED_NAMES)]
  return Array.from({ length: count }, (_, at) =>
    comparison(at, words(8), { draws: seeded(`scale ${at}`), trade, shared, own: words(OWN_WORDS), facts }),
  )
}

function comparison(at: number, names: readonly string[], from: Sources): Generated {
  const { draws, shared, facts } = from
  const [left = '', right = '', ...others] = names
  // A name stands for one option of a comparison.
  const known = fresh(4, new Set(), () => oftenFirst(draws, shared))
  const own = (place: number) => [...others, ...known].filter((_, n) => n % 2 === place)
  const options = [left, right].map((id, place) => ({
    id,
    name: capital(id),
    aliases: [id, `${id}js`, `${id} lang`],
    frameworks: own(place),
  }))
  const pull = draws.some(facts, 2)
  const asked: Asked[] = []
  const wordings: string[] = []
  // A wording belongs to one entry alone.
  const taken = new Set<string>()
  const entries = (kind: string, many: number, more: (n: number) => object = () => ({})) =>
    Array.from({ length: many }, (_, n) => {
      const topic = topicOf(from)
      const id = `${kind}-${n}`
      const texts = fresh(WORDINGS + HELD_BACK, taken, () => wording(draws, topic, names))
      asked.push({ entry: `${kind}/${id}`, texts: texts.splice(WORDINGS) })
      wordings.push(...texts.map((text) => `${kind}/${id}\t${text}`))
      return { ...entry(draws, id, topic), ...more(n) }
    })
  const criteria = entries('criterion', ENTRIES.criteria, (n) => ({
    short: `Point ${n}`,
    positions: GUIDES.map((guide) => ({
      guide,
      winner: draws.pick([left, right]),
      at: [cite(draws, guide)],
      says: { [left]: sentence(draws, 6), [right]: sentence(draws, 6) },
    })),
    differ: claim(draws),
  }))
  const faq = entries('faq', ENTRIES.faq)
  const scenarios = entries('scenario', ENTRIES.scenarios, (n) => ({
    facts: [`f${at}-${n}`],
    pick: options[n % 2]!.id,
  }))
  const tables = entries('table', ENTRIES.tables, () => ({
    columns: ['Of', 'One', 'Two'],
    rows: options.map(({ name }) => ({
      cells: [name, `${draws.below(900)}`, `${draws.below(900)}`],
      cites: [cite(draws)],
    })),
  }))
  const needs: string[] = []
  const terms: string[] = []
  const ownFacts = Array.from({ length: OWN_FACTS }, (_, n) => {
    const id = `f${at}-${n}`
    const topic = topicOf(from)
    const all = fresh(TERMS + HELD_BACK, new Set(), () => term(draws, topic))
    needs.push(...all.splice(TERMS))
    terms.push(...all.map((text) => `${id}\t${text}`))
    return fact(id, topic, 1 + n)
  })
  const rule = (id: string, n: number) => ({
    id: `r${n}`,
    tier: n < 2 ? 'A' : 'C',
    option: options[n % 2]!.id,
    when: [id],
    because: sentence(draws, 8),
    cites: [cite(draws), cite(draws)],
    but: [claim(draws)],
  })
  const title = `${capital(left)} vs ${capital(right)}`
  return {
    slug: `${left}-vs-${right}`,
    names: [left, right],
    asked,
    needs,
    files: {
      'comparison.yml': json({
        title,
        owner: 'Nobody',
        reviewBy: '2030-01-31',
        subject: topicOf(from).slice(0, 2).join(' '),
        broadest: at === 0,
        options,
        cues: [`which ${draws.pick(from.own)}`],
        examples: [`${left} or ${right}?`, `is ${left} any good?`],
        overview: {
          answer: `${title}: each has its place`,
          ask: 'What are you building?',
          cases: options.map(({ id }, n) => ({
            label: `Case ${n}`,
            facts: [`f${at}-${n}`],
            line: sentence(draws, 4),
            pick: id,
          })),
          criteria: criteria.map(({ id }) => id),
        },
      }),
      'sources.yml': json(GUIDES.map(source)),
      'criteria.yml': json(criteria),
      'faq.yml': json(faq),
      'scenarios.yml': json(scenarios),
      'tables.yml': json(tables),
      'rules.yml': json({
        team: { because: '{option} that people know.', cites: [cite(draws)] },
        existing: { because: 'What runs in {option} stays.', cites: [cite(draws)] },
        either: { because: 'Take the one you know.', cites: [cite(draws)] },
        deadlock: claim(draws),
        both: { because: 'They talk over a queue.', cites: [cite(draws)] },
        rules: [...ownFacts, ...pull].map(({ id }, n) => rule(id, n)),
      }),
      'facts.yml': json({ facts: ownFacts }),
      'vocabulary.yml': json({ foreign: [oftenFirst(draws, from.trade)] }),
      'terms.tsv': terms.join('\n'),
      'wordings.tsv': wordings.join('\n'),
    },
  }
}

/** Words that a text is about: two that only its comparison has, and three of the trade. */
function topicOf({ draws, own, trade }: Sources): string[] {
  return [...draws.some(own, 2), ...Array.from({ length: 3 }, () => oftenFirst(draws, trade))]
}

/** A way to ask: one to three words of the topic among plain ones; one of ten names something. */
function wording(draws: Seeded, topic: readonly string[], names: readonly string[]): string {
  const said = draws.some(topic, 1 + draws.below(3))
  const plain = Array.from({ length: draws.below(3) }, () => draws.pick(PLAIN))
  const named = draws.below(10) === 0 ? [draws.pick(names)] : []
  return [draws.pick(ASKING), ...named, ...plain.slice(1), ...said, ...plain.slice(0, 1)].join(' ')
}

function term(draws: Seeded, topic: readonly string[]): string {
  const said = draws.some(topic, 1 + draws.below(2))
  return draws.below(2) === 0 ? said.join(' ') : [...said, draws.pick(PLAIN)].join(' ')
}

/** Texts that were never taken before; as many as can be had in a few draws each. */
function fresh(many: number, taken: Set<string>, draw: () => string): string[] {
  const texts: string[] = []
  for (let n = 0; texts.length < many && n < many * 20; n++) {
    const text = draw()
    if (taken.has(text)) continue
    taken.add(text)
    texts.push(text)
  }
  return texts
}

function entry(draws: Seeded, id: string, topic: readonly string[]) {
  return {
    id,
    title: `${capital(topic[0] ?? '')} and ${topic[2]}`,
    answer: sentence(draws, 8),
    cites: [cite(draws)],
    points: [claim(draws), claim(draws)],
    more: [claim(draws), claim(draws)],
  }
}

function fact(id: string, [first = '', second = '']: readonly string[], rank: number) {
  return {
    id,
    name: capital(first),
    means: `It is about ${first} and ${second}.`,
    question: `Is it about ${first}?`,
    noun: `${first} and ${second}`,
    whenTrue: `${first} is needed`,
    whenFalse: `${first} is dropped`,
    part: 'web',
    rank,
  }
}

function source(id: string) {
  return {
    id,
    title: `A guide, the ${id} of it`,
    publisher: 'Some House',
    date: '2026-01',
    grade: 'vendor-guide',
    interest: 'Sells the work.',
    url: `https://example.org/${id}`,
  }
}

function claim(draws: Seeded) {
  return { text: sentence(draws, 10), cites: [cite(draws)] }
}

function cite({ pick, below }: Seeded, guide = pick(GUIDES)): string {
  return `${guide}#part ${below(20)}`
}

/** Plain words: what cards say costs room, and nothing else. */
function sentence(draws: Seeded, words: number): string {
  return `${capital(Array.from({ length: words }, () => draws.pick(PLAIN)).join(' '))}.`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** JSON is YAML too. */
function json(value: unknown): string {
  return JSON.stringify(value, null, 1)
}
