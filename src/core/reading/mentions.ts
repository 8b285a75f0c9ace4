import type { Mention } from '../language/names.ts'
import { addClassesAround, addClauseClasses, type SeenClasses, seenClasses } from './class-features.ts'
import * as features from './features.ts'
import { addScores, mostLikely, probabilities } from './linear.ts'
import type { ReaderModel } from './model.ts'
import type { Parsed } from './parse.ts'
import type { Polarity } from './polarity.ts'
import { clauseOf, type LeastProbable, type Statement, VALUES } from './statement.ts'
import { optionView } from './views.ts'
import { type SummedWord, Surroundings, type WordSums } from './word-sums.ts'

/** How much the words around an option's name count beside their clause. */
const AROUND_NAME = 2

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
export function mentionSums(
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

/** Puts what a mention says of its option: that it is known or runs, or not, and what leaves it open. */
export function readMention(
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

/** Each mention costs a look at its whole clause; nobody names an option more often and says something new. */
const MOST_MENTIONS = 24

/** The first mentions of each option. */
export function firstMentions(mentions: readonly Mention[]): readonly Mention[] {
  const counts = new Map<string, number>()
  return mentions.filter(({ option }) => {
    const count = (counts.get(option) ?? 0) + 1
    counts.set(option, count)
    return count <= MOST_MENTIONS
  })
}
