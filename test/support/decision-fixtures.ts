import type { Comparison } from '../../src/core/domain/comparison.ts'
import type { Catalogue, Fact, ReadFact } from '../../src/core/domain/fact.ts'
import type { Rule } from '../../src/core/domain/rule.ts'
import type { Source } from '../../src/core/domain/source.ts'

/** A fact of the catalogue: id, usual part, and what differs from an ordinary one. */
export function aFact(id: string, part: string, rank: number, more: Partial<Fact> = {}): Fact {
  return {
    id,
    perOption: false,
    name: id,
    means: `${id} is true.`,
    question: `Is it ${id}?`,
    noun: id,
    whenTrue: `${id} holds`,
    whenFalse: `${id} ends`,
    part,
    pulls: true,
    rank,
    replaces: [],
    ...more,
  }
}

/** A rule on one fact, backed by as many guides as `guides` says. */
export function aRule(
  id: string,
  tier: Rule['tier'],
  option: string,
  guides: number,
  more: Partial<Rule> = {},
): Rule {
  return {
    id,
    tier,
    option,
    when: [id],
    unless: [],
    separable: true,
    because: `${id} pulls.`,
    cites: Array.from({ length: guides }, (_, index) => `G${index}:1`),
    but: [],
    ...more,
  }
}

/** A counted fact as read; `id!` says no, `id@part` names its part. */
export function said(text: string, more: Partial<ReadFact> = {}): ReadFact {
  const [, id = text, no, part] = /^([^!@]+)(!?)(?:@(.+))?$/.exec(text) ?? []
  return {
    id,
    value: no ? 'no' : 'yes',
    grade: 'stated',
    counted: true,
    probability: 1,
    ...(part === undefined ? {} : { part }),
    ...more,
  }
}

/** A fact that two people state differently. */
export function disputed(text: string): ReadFact {
  return said(text, { counted: false, reason: 'contradicted' })
}

const guides = ['G0', 'G1', 'G2', 'G3', 'G4'].map(
  (id): Source => ({
    id,
    title: id,
    publisher: id,
    date: '2026',
    grade: 'vendor-guide',
    interest: 'Sells work.',
  }),
)

/** A comparison that holds only what decisions need. */
export function aComparison(options: string[], rules: Rule[], more: Partial<Comparison> = {}): Comparison {
  const standing = { because: 'It is {option} already.', cites: ['G0:1', 'G1:1'], but: [] }
  return {
    slug: options.join('-vs-'),
    title: 'A comparison',
    owner: 'Nobody',
    reviewBy: '2030-01-01',
    subject: 'things',
    counted: ['vendor-guide'],
    voices: { one: 'guide', many: 'guides' },
    horizon: 24,
    cues: [],
    called: [],
    broadest: false,
    examples: ['which one is the louder?', 'do they mix well?'],
    options: options.map((id) => ({ id, name: id.toUpperCase(), aliases: [id], frameworks: [] })),
    overview: { answer: 'Neither.', ask: 'Which?', cases: [], criteria: [] },
    named: [],
    sources: [...guides, { ...guides[0]!, id: 'page', grade: 'primary' }],
    entries: [],
    rules: {
      team: standing,
      existing: standing,
      either: { because: 'Nothing separates them.', cites: ['G0:1'], leans: [] },
      deadlock: { text: 'Take what you know.', cites: ['G0:1'] },
      both: { because: 'They talk.', cites: ['G0:1'] },
      rules,
    },
    vocabulary: { aliases: {}, ambiguous: [], related: [], foreign: [], tools: [] },
    ...more,
  }
}

const parts = ['web', 'live', 'model', 'data', 'jobs', 'compute', 'whole'].map((id) => ({ id, name: id }))

/** Facts of the shapes that occur: cores, their lesser forms, needs, leanings and facts that pull nothing. */
export const catalogue: Catalogue = {
  parts,
  facts: [
    aFact('ai-core', 'model', 1, { replaces: ['ai-feature'] }),
    aFact('real-time', 'live', 2, { replaces: ['small-real-time'] }),
    aFact('data-core', 'data', 3, { replaces: ['data-side-job'] }),
    aFact('team', 'whole', 4, { perOption: true }),
    aFact('existing', 'whole', 5, { perOption: true }),
    aFact('ai-feature', 'model', 6),
    aFact('shared-types', 'web', 7),
    aFact('many-at-once', 'web', 8),
    aFact('numeric', 'compute', 9),
    aFact('data-side-job', 'jobs', 10),
    aFact('data-people', 'data', 11),
    aFact('small-real-time', 'live', 12),
    aFact('cold-start', 'web', 13),
    aFact('admin', 'web', 14),
    aFact('plain', 'web', 15, { pulls: false }),
    aFact('fashion', 'whole', 16, { pulls: false }),
  ],
}

/** Rules of all tiers for the facts above; the option named first has the live side, the second the data side. */
export function rulesFor(left: string, right: string, other: string = right): Rule[] {
  return [
    aRule('real-time', 'A', left, 5),
    aRule('ai-core', 'A', right, 5),
    aRule('data-core', 'A', right, 4),
    aRule('numeric', 'C', other, 3),
    aRule('ai-feature', 'C', right, 3),
    aRule('data-side-job', 'C', right, 3),
    aRule('shared-types', 'C', left, 4, { separable: false }),
    aRule('many-at-once', 'C', left, 2, { separable: false }),
    aRule('small-real-time', 'C', left, 3, { separable: false }),
    aRule('data-people', 'C', right, 2, { separable: false, part: 'web' }),
    aRule('cold-start', 'D', left, 2, { separable: false }),
    aRule('admin', 'D', right, 3, { separable: false }),
  ]
}

export const twoOptions: Comparison = aComparison(['left', 'right'], rulesFor('left', 'right'))

/** A rule of the house on these facts, or always; its part is the whole system unless it says otherwise. */
export function aMust(id: string, option: string, when: string[], more: Partial<Rule> = {}): Rule {
  return aRule(id, 'must', option, 0, { when, part: 'whole', cites: ['house'], ...more })
}

/** Rules of the house beside those of guides: one on a part, one on the whole with an exception, two that can clash. */
export const houseRules: Comparison = aComparison(
  ['left', 'right'],
  [
    ...rulesFor('left', 'right'),
    aMust('house-live', 'right', ['real-time'], { part: 'live' }),
    aMust('house-numeric', 'left', ['numeric'], { unless: ['cold-start'] }),
    aMust('house-admin', 'right', ['admin', 'numeric']),
  ],
)

/** A house that allows one option for everything but one part. */
export const oneOption: Comparison = aComparison(
  ['zib', 'quor', 'mave'],
  [
    ...rulesFor('zib', 'quor', 'mave'),
    aMust('house-all', 'quor', []),
    aMust('house-model', 'mave', ['ai-core'], { part: 'model' }),
  ],
)

export const threeOptions: Comparison = aComparison(
  ['zib', 'quor', 'mave'],
  [
    ...rulesFor('zib', 'quor', 'mave'),
    aRule('mave-pair', 'C', 'mave', 1, {
      when: ['many-at-once', 'admin'],
      unless: ['real-time'],
      separable: false,
    }),
  ],
)
