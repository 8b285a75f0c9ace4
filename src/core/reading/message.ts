import type { FactId, FactValue } from '../domain/fact.ts'
import type { NotCounted } from '../domain/not-counted.ts'
import type { Mention } from '../language/names.ts'
import {
  addClassesAround,
  addClauseClasses,
  clauseClasses,
  type SeenClasses,
  seenClasses,
} from './class-features.ts'
import * as features from './features.ts'
import { addScores, type Linear, sigmoid } from './linear.ts'
import type { ReaderModel } from './model.ts'
import type { Clause, Parsed, Trigger } from './parse.ts'
import { type SummedWord, Surroundings, type WordSums, wordsOfReader } from './word-sums.ts'

/** What one message says of one fact; the strongest place counts. */
export interface Statement {
  id: FactId
  value: FactValue
  /** Set when it does not count as said. */
  reason?: NotCounted
  probability: number
  /** 0–1, how sure its value is against the others. */
  share: number
  /** Index of the clause. */
  clause: number
  /** What an unclear statement leans to. */
  leaning?: 'yes' | 'no'
  /** True when it is only supposed, for the answer to this message alone. */
  supposed?: boolean
  /** True when it takes back what was said before. */
  withdraws?: boolean
  /** The term that said it, where one stands; an option's name for facts per option. */
  trigger?: { from: number; to: number }
}

/** Least probability that a need, and what is said of an option, must have to be looked at. */
export interface LeastProbable {
  need: number
  option: number
}

/**
 * How probable a fact that no model was trained on is in a clause that holds a term of it: enough for a thread,
 * where many messages give many chances.
 */
const BY_TERM_ALONE = 0.85
/** How far a term of a fact in the clause lifts its score: a plain word outweighs n-grams. */
const TERM_BOOST = 3
/** A sum that is surely below it, so that its probability need not be known. */
const SURELY_LESS = -2

const VALUES: Record<string, { value: FactValue; reason?: NotCounted }> = {
  yes: { value: 'yes' },
  no: { value: 'no' },
  later: { value: 'maybe', reason: 'later' },
  past: { value: 'past', reason: 'past' },
  question: { value: 'maybe', reason: 'question' },
  'other-team': { value: 'yes', reason: 'other-team' },
  hypothetical: { value: 'maybe', reason: 'hypothetical' },
  unclear: { value: 'maybe', reason: 'unclear' },
}

/** Words of a message as one option sees them: itself, and any other. `null` masks all options alike. */
export function optionView(parsed: Parsed, self: string | null): string[] {
  return viewed(parsed.words, parsed, self, (mask) => mask)
}

/** The same for words that stand for those of the message, with what stands for a mask, or for '' in its place. */
function viewed<T>(
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

/** Features for: which facts does clause k speak of? */
export function presenceBag(parsed: Parsed, k: number): features.Bag {
  const bag = features.clauseFeatures(parsed, k, parsed.words)
  features.termFeatures(bag, parsed.clauses[k]!)
  addClauseClasses(bag, seenClasses(parsed, null), k)
  return bag
}

/** Sums of the model over `presenceBag`. */
function presenceSums(
  known: WordSums,
  parsed: Parsed,
  words: readonly (SummedWord | undefined)[],
  classesOf: (k: number) => features.Bag,
): (k: number) => Float64Array {
  const { model } = known
  return (k) => {
    const sums = model.intercepts.slice()
    known.addClause(sums, parsed, k, words)
    const bag = new features.Bag()
    features.termFeatures(bag, parsed.clauses[k]!)
    return addScores(model, classesOf(k), addScores(model, bag, sums))
  }
}

/** How much the words around a fact's term, and around an option's name, count beside their clause. */
const AROUND_TERM = 1.5
const AROUND_NAME = 2

/** Features for: how is the fact said in clause k, around its term where one stands? */
export function polarityBag(
  parsed: Parsed,
  k: number,
  words: readonly string[],
  trigger: Trigger | null,
): features.Bag {
  const bag = features.clauseFeatures(parsed, k, words)
  features.placeFeatures(bag, parsed, k)
  const seen = seenClasses(parsed, null)
  addClauseClasses(bag, seen, k)
  if (!trigger) return bag
  const { from, to } = trigger
  addClassesAround(bag, seen, parsed.clauses[k]!, from, to)
  features.windowFeatures(bag, parsed, k, words, from, to, AROUND_TERM)
  return bag
}

/** Features for: what does this mention say of its option? */
export function mentionBag(parsed: Parsed, mention: Mention): features.Bag {
  const words = optionView(parsed, mention.option)
  const k = clauseOf(parsed, mention)
  const bag = features.clauseFeatures(parsed, k, words)
  features.windowFeatures(bag, parsed, k, words, mention.from, mention.to, AROUND_NAME)
  addStanding(bag, parsed, k, mention)
  addMentionClasses(bag, parsed, k, mention, seenClasses(parsed, mention.option))
  return bag
}

/** Adds where a mention stands and beside what. */
function addStanding(bag: features.Bag, parsed: Parsed, k: number, mention: Mention): void {
  features.placeFeatures(bag, parsed, k)
  features.shapeFeature(bag, mention.own ? 'own' : 'framework', 0.5)
  features.shapeFeature(bag, parsed.mentions.some((other) => other.inChoice) ? 'choice' : 'no choice', 0.3)
  const others = parsed.mentions.some((other) => !other.inChoice && other.option !== mention.option)
  features.shapeFeature(bag, others ? 'other named' : 'alone', 0.3)
}

function addMentionClasses(
  bag: features.Bag,
  parsed: Parsed,
  k: number,
  { from, to }: Mention,
  seen: SeenClasses,
): void {
  addClauseClasses(bag, seen, k)
  addClassesAround(bag, seen, parsed.clauses[k]!, from, to)
}

/** Sums over `mentionBag`: what is the same for all mentions of an option is made once. */
function mentionSums(
  known: WordSums,
  parsed: Parsed,
  wordsOf: (self: string) => (SummedWord | undefined)[],
): (mention: Mention) => Float64Array {
  const { model } = known
  const views = new Map<string, ReturnType<typeof viewOf>>()
  const viewOf = (option: string) => {
    const words = wordsOf(option)
    return { words, around: new Surroundings(model, words), seen: seenClasses(parsed, option) }
  }
  return (mention) => {
    const view = views.get(mention.option) ?? viewOf(mention.option)
    views.set(mention.option, view)
    const k = clauseOf(parsed, mention)
    const sums = model.intercepts.slice()
    known.addClause(sums, parsed, k, view.words)
    view.around.add(sums, parsed.clauses[k]!, mention.from, mention.to, AROUND_NAME)
    const bag = new features.Bag()
    addStanding(bag, parsed, k, mention)
    addMentionClasses(bag, parsed, k, mention, view.seen)
    return addScores(model, bag, sums)
  }
}

/** The clause that a mention stands in. */
export function clauseOf(parsed: Parsed, mention: Mention): number {
  return Math.max(
    0,
    parsed.clauses.findIndex((clause) => mention.from >= clause.first && mention.from < clause.last),
  )
}

/** The longest term of a fact in a clause. */
export function triggerOf(clause: Clause, fact: FactId): Trigger | null {
  let best: Trigger | null = null
  for (const trigger of clause.triggers) {
    if (trigger.fact === fact && (!best || trigger.length > best.length)) best = trigger
  }
  return best
}

/**
 * All statements of a message, one per fact: the strongest place counts. In the text `addressed` to the bot a bare
 * mention counts as stated. Needs that are less probable than `least` are left out, and what leaves open how it stands
 * with an option. Facts in `untrained` are read where a term of them stands; how they are said is the model's word as for
 * any other.
 */
export function readMessage(
  model: ReaderModel,
  parsed: Parsed,
  addressed: boolean,
  untrained: ReadonlySet<FactId>,
  least: LeastProbable,
): Statement[] {
  const best = new Map<FactId, Statement>()
  const put = (statement: Statement) => {
    if (statement.probability > (best.get(statement.id)?.probability ?? 0)) best.set(statement.id, statement)
  }
  const putFact = (id: FactId, probability: number, k: number) => {
    const trigger = triggerOf(parsed.clauses[k]!, id)
    const heard = howSaid(model, parsed, k, trigger, polarity, addressed)
    const said =
      untrained.has(id) && isDoubtful(heard)
        ? { name: denies(parsed, k) ? 'no' : 'yes', share: heard.share }
        : heard
    put({
      id,
      ...VALUES[said.name]!,
      probability,
      share: said.share,
      ...(said.leaning ? { leaning: said.leaning } : {}),
      clause: k,
      ...(trigger ? { trigger } : {}),
    })
  }
  const seen = seenClasses(parsed, null)
  const classesOf = clauseClasses(seen)
  const known = wordsOfReader(model)
  const words = known.words.of(parsed.words)
  const wordsOf = (self: string | null) =>
    viewed(words, parsed, self, (mask) => (mask ? known.words.word(mask) : undefined))
  const presence = presenceSums(known.presence, parsed, words, classesOf)
  const polarity = polarityOf(known.polarity, parsed, () => wordsOf(null), seen, classesOf)
  parsed.clauses.forEach((clause, k) => {
    const sums = presence(k)
    const hit = new Set(clause.triggers.map((trigger) => trigger.fact))
    // One or two words say nothing of a need that they do not name.
    const short = clause.last - clause.first < SHORT_CLAUSE
    model.presence.classes.forEach((id, c) => {
      const named = hit.has(id)
      const sum = sums[c]! + (named ? TERM_BOOST : 0)
      if (sum < SURELY_LESS || (short && !named)) return
      const probability = sigmoid(sum)
      if (probability < least.need) return
      putFact(id, probability, k)
    })
    for (const id of hit) if (untrained.has(id)) putFact(id, BY_TERM_ALONE, k)
  })
  const standing = mentionSums(known.mention, parsed, wordsOf)
  for (const mention of firstMentions(parsed.mentions)) {
    if (!mention.inChoice) readMention(model, parsed, mention, standing(mention), polarity, least, put)
  }
  return [...best.values()]
}

/** Words of a clause that is too short to mean a fact without naming it. */
const SHORT_CLAUSE = 3

/** A `no` too weak to count: words that no label ever stood on sound like one. */
function isDoubtful({ name, leaning }: HowSaid): boolean {
  return name === 'unclear' && leaning === 'no'
}

/** True where a word of denial stands in clause k. */
export function denies(parsed: Parsed, k: number): boolean {
  const { first, last } = parsed.clauses[k]!
  return parsed.words.slice(first, last).some((word) => DENYING.has(word) || /n't$|^cannot$/.test(word))
}

interface HowSaid {
  name: string
  share: number
  leaning?: 'yes' | 'no'
}

/** A `no` less sure than this is unclear: it would take a need away. */
const SURE_NO = 0.5
/** Below this a clause that opens with a denial is one, whatever the model leans to. */
const SURE_YES = 0.75
/** A `yes` less sure than this is unclear too. */
const LEAST_YES = 0.5
const DENYING = new Set(['no', 'not', 'without', 'zero', 'none', 'never', 'nothing', 'neither'])

/** "Types will not be shared": the term holds the word that turns it. A term that is one word long holds none. */
function deniesInside(parsed: Parsed, { from, to }: Trigger): boolean {
  for (let i = from + 1; i < to - 1; i++) {
    const word = parsed.words[i] ?? ''
    if (word === 'not' || word === 'never' || word.endsWith("n't")) return true
  }
  return false
}

/** How a fact is said in a clause: the model's word, but no weak `no`, and no weak `yes` behind a denial. */
function howSaid(
  model: ReaderModel,
  parsed: Parsed,
  k: number,
  trigger: Trigger | null,
  polarity: Polarity,
  addressed: boolean,
): HowSaid {
  const said = mostLikely(model.polarity, polarity(k, trigger))
  if (said.name === 'no' && said.share < SURE_NO) return { name: 'unclear', share: said.share, leaning: 'no' }
  if (said.name === 'yes' && said.share < LEAST_YES && !(addressed && trigger))
    return { name: 'unclear', share: said.share, leaning: 'yes' }
  // "No reload": a term that begins with the denial means what it says.
  if (trigger && DENYING.has(parsed.words[trigger.from] ?? '')) return { name: 'yes', share: 1 }
  if (said.name === 'yes' && trigger && deniesInside(parsed, trigger))
    return { name: 'no', share: said.share }
  const opensWith = parsed.words[parsed.clauses[k]!.first] ?? ''
  // "…, without anybody pressing anything" goes on with what was said.
  const goesOn = opensWith === 'without' && k > 0 && !features.endsSentence(parsed, k - 1)
  if (said.name === 'yes' && said.share < SURE_YES && !trigger && DENYING.has(opensWith) && !goesOn) {
    return { name: 'no', share: said.share }
  }
  if (said.name === 'no' && !trigger && goesOn) return { name: 'yes', share: said.share }
  return said
}

function readMention(
  model: ReaderModel,
  parsed: Parsed,
  mention: Mention,
  sums: Float64Array,
  polarity: Polarity,
  least: LeastProbable,
  put: (statement: Statement) => void,
): void {
  const shares = probabilities(sums)
  const k = clauseOf(parsed, mention)
  model.mention.classes.forEach((status, c) => {
    const [kind = '', said = ''] = status.split('=')
    if (!said) return
    const statement = {
      id: `${kind}/${mention.option}`,
      probability: shares[c]!,
      share: shares[c]!,
      trigger: { from: mention.from, to: mention.to },
      clause: k,
    }
    if (said === 'yes' || said === 'no') put({ ...statement, value: said })
    else if (shares[c]! >= least.option) {
      const how = mostLikely(model.polarity, polarity(k, null), (name) => name !== 'yes' && name !== 'no')
      put({ ...statement, ...VALUES[how.name]! })
    }
  })
}

/** Sums of how a fact is said in clause k, around its term where one stands. */
type Polarity = (k: number, trigger: Trigger | null) => Float64Array

/** Sums over `polarityBag`: what the facts of a clause have in common is made once, for most clauses speak of several. */
function polarityOf(
  known: WordSums,
  parsed: Parsed,
  wordsOf: () => (SummedWord | undefined)[],
  seen: SeenClasses,
  classesOf: (k: number) => features.Bag,
): Polarity {
  const { model } = known
  const shared = new Map<number, Float64Array>()
  let words: (SummedWord | undefined)[] | undefined
  let around: Surroundings | undefined
  const ofClause = (k: number) => {
    const sums = model.intercepts.slice()
    words ??= wordsOf()
    known.addClause(sums, parsed, k, words)
    const bag = new features.Bag()
    features.placeFeatures(bag, parsed, k)
    return addScores(model, classesOf(k), addScores(model, bag, sums))
  }
  return (k, trigger) => {
    const sums = shared.get(k) ?? ofClause(k)
    shared.set(k, sums)
    if (!trigger) return sums
    const bag = new features.Bag()
    addClassesAround(bag, seen, parsed.clauses[k]!, trigger.from, trigger.to)
    const own = addScores(model, bag, sums.slice())
    words ??= wordsOf()
    around ??= new Surroundings(model, words)
    around.add(own, parsed.clauses[k]!, trigger.from, trigger.to, AROUND_TERM)
    return own
  }
}

function probabilities(sums: Float64Array): Float64Array {
  const shares = sums.map(sigmoid)
  // Where no class is likely, dividing by their sum would make one so.
  const sum = Math.max(
    1,
    shares.reduce((a, b) => a + b, 0),
  )
  return shares.map((share) => share / sum)
}

function mostLikely(
  model: Linear,
  sums: Float64Array,
  may: (name: string) => boolean = () => true,
): { name: string; share: number } {
  const shares = probabilities(sums)
  let top = -1
  shares.forEach((share, c) => {
    if (may(model.classes[c]!) && (top < 0 || share > shares[top]!)) top = c
  })
  return { name: model.classes[top]!, share: shares[top]! }
}

/** Each mention costs a look at its whole clause; nobody names an option more often and says something new. */
const MOST_MENTIONS = 24

function firstMentions(mentions: readonly Mention[]): readonly Mention[] {
  const counts = new Map<string, number>()
  return mentions.filter(({ option }) => {
    const count = (counts.get(option) ?? 0) + 1
    counts.set(option, count)
    return count <= MOST_MENTIONS
  })
}
