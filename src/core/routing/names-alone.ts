import type { Comparison } from '../domain/comparison.ts'
import type { Entry } from '../domain/entry.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import type { Mention } from '../language/names.ts'
import { fold, type TakenApart, type Token, takeApart, tokenize } from '../language/text.ts'
import { type ForeignName, foreignNames } from '../matching/foreign.ts'
import { namedPair } from '../matching/named-pair.ts'
import { onceForBoth } from '../once.ts'
import { isForeignTo, isNamed, optionsIn } from './routed.ts'
import { strangers } from './strangers.ts'
import { namesOf, unweighedIn } from './unweighed.ts'

/** A comparison whose names, or whose own name, stand in a text beside nothing but words of choosing. */
export interface Alone {
  of: PreparedComparison
  /** Options named; none where it is called by what it compares. */
  options: number
  /** Options named by their own names. */
  own: number
  /** The entry whose title names just these frameworks. */
  titled: Entry | null
  /** Names set beside its options that it does not cover. */
  unweighed: string[]
}

/** Words in the middle of names that no comparison covers, at most, beside names that stand alone: "spring boot". */
const MOST_STRANGERS = 1

/** With one option alone these ask for a choice; "what is X" does not. */
const DECIDING = new Set(['should', 'choose', 'choosing', 'pick', 'use', 'decide'])

/** The comparisons whose names stand alone in a text: those of which it names most, and of these those named by their own. */
export function namesAlone(engine: Engine, text: string, said: TakenApart = spread(text)): Alone[] {
  const { tokens } = said
  const called = callsAlone(engine, tokens)
  if (called.length > 0 || holdsMore(engine, tokens)) return called
  let known: readonly ForeignName[] | undefined
  const others = () => {
    known ??= foreignNames(text, engine.foreign, said)
    return known
  }
  const found = engine.allNames.find(tokens).flatMap(({ of, options, own }) => {
    const prepared = engine.comparisons[of]
    const alone = prepared && aloneIn(engine, prepared, said, others)
    return alone ? [{ ...alone, options, own }] : []
  })
  found.sort((a, b) => b.options - a.options || b.own - a.own)
  return found.filter(({ options, own }) => options === found[0]!.options && own === found[0]!.own)
}

/** True for a text that is more than names, which tells most questions from a list of them. */
function holdsMore(engine: Engine, tokens: readonly Token[]): boolean {
  return strangers(engine, tokens, (word) => engine.foreign.has(word)) > MOST_STRANGERS
}

const HYPHENED = /-(vs|or)-/gi

/** A text taken apart, of which `whole` is what stands there: "A-vs-B" says what the words say. */
export function spread(text: string, whole: TakenApart = takeApart(text)): TakenApart {
  const words = text.replace(HYPHENED, ' $1 ')
  return words === text ? whole : takeApart(words)
}

/** The comparisons that are called by what they compare, and nothing else is said ("which node framework?"). */
function callsAlone(engine: Engine, tokens: readonly Token[]): Alone[] {
  const calls = engine.calledNames.find(tokens)
  return [...new Set(calls.map(({ of }) => of))]
    .filter((of) => {
      const own = calls.filter((call) => call.of === of)
      const isCall = (i: number) => own.some(({ from, to }) => from <= i && i < to)
      return tokens.every(({ word }, i) => isCall(i) || isChoosing(engine, word))
    })
    .map((of) => ({ of: engine.comparisons[of]!, options: 0, own: 0, titled: null, unweighed: [] }))
}

function isChoosing({ carriers }: Engine, word: string): boolean {
  return word === '?' || carriers.has(word)
}

/** Options are named (one is enough where a choice is asked for), else names that are not covered, else words of choosing. */
function aloneIn(
  engine: Engine,
  of: PreparedComparison,
  { tokens, folded }: TakenApart,
  others: () => readonly ForeignName[],
): Pick<Alone, 'of' | 'titled' | 'unweighed'> | null {
  const mentions = of.names.find(tokens, folded)
  const options = optionsIn(mentions)
  if (options === 0) return null
  const isNamedAt = (i: number) => mentions.some(({ from, to }) => from <= i && i < to)
  const rest = tokens.filter((token, i) => !isNamedAt(i) && !isChoosing(engine, token.word))
  // Most questions are told from a list of names by this alone.
  if (rest.length > 0 && options < 2) return null
  // A word of choosing may be a name as well: "go".
  const more = rest.length > 0 || tokens.some(({ word }, i) => !isNamedAt(i) && engine.foreign.has(word))
  const foreign = more
    ? unweighedIn(
        { mentions, tokens, folded },
        others().filter((name) => isForeignTo(name, of) && !isNamed(name, { mentions, tokens })),
      )
    : []
  if (!rest.every(({ at, end }) => foreign.some((name) => name.at < end && at < name.end))) return null
  if (foreign.length > 0) {
    const vocabulary = new Set(tokens.map(({ word }) => word))
    // What its sources say of the others in passing says more.
    if (options < 2 || namedPair(of.pairs, { folded, tokens }, vocabulary, foreign)) return null
  }
  const own = mentions.every((mention) => mention.own)
  if (options === 1 && !(own && tokens.some(({ word }) => DECIDING.has(word)))) return null
  const unweighed = namesOf(foreign)
  return { of, titled: own ? null : titledBy(engine, of, { tokens, folded }, mentions), unweighed }
}

/** The entry whose title names just these, but for one that speaks of somebody's own case. */
function titledBy(
  engine: Engine,
  { comparison, names }: PreparedComparison,
  { tokens }: TakenApart,
  mentions: readonly Mention[],
): Entry | null {
  const asked = lettersOf(engine, tokens, mentions)
  const isTitled = ({ title }: Comparison['entries'][number]) => {
    const said = takeApart(title)
    const named = lettersOf(engine, said.tokens, names.find(said.tokens, said.folded))
    if (named.size !== asked.size || said.tokens.some(({ word }) => engine.deictic.has(word))) return false
    return [...named].every((name) => asked.has(name))
  }
  return comparison.entries.find(isTitled) ?? null
}

/** What mentions name: the option whose own name it is somewhere, else its letters. */
function lettersOf(engine: Engine, tokens: readonly Token[], mentions: readonly Mention[]): Set<string> {
  return new Set(
    mentions.map(({ from, to }) => {
      const words = tokens.slice(from, to).map(({ word }) => word)
      const use = engine.allNames.whole(words).find(({ own }) => own)
      return use?.option ?? words.join('').replace(/[^\p{L}\p{N}]/gu, '')
    }),
  )
}

/** Names set against each other of which no comparison covers two: the covered ones' comparisons, and what is not covered. */
export interface Apart {
  subject: string
  of: PreparedComparison[]
}

/** What a text of names and words of choosing sets against each other, though no comparison covers two of them. */
export function namesApart(engine: Engine, text: string, said: TakenApart): Apart | null {
  const { folded, tokens } = said
  if (holdsMore(engine, tokens)) return null
  const found = foreignNames(text, engine.foreign, { folded, tokens }).filter(({ chosen }) => chosen)
  const isFoundAt = ({ at, end }: Token) => found.some((name) => name.at < end && at < name.end)
  if (!tokens.every((token) => isFoundAt(token) || isChoosing(engine, token.word))) return null
  const covered = [...new Set(found.flatMap((name) => name.covered ?? []))]
  const of = engine.comparisons.filter(({ comparison }) =>
    comparison.options.some(({ name }) => covered.includes(name)),
  )
  const stranger = found.find((name) => name.covered === undefined)
  if (of.length === 0 || covered.length + (stranger ? 1 : 0) < 2) return null
  const vocabulary = new Set(tokens.map(({ word }) => word))
  const isPaired = (each: PreparedComparison) => {
    const mentions = each.names.find(tokens, folded)
    const foreign = found.filter((name) => isForeignTo(name, each) && !isNamed(name, { mentions, tokens }))
    return namedPair(each.pairs, { folded, tokens }, vocabulary, foreign) !== null
  }
  if (engine.comparisons.some(isPaired)) return null
  return { subject: stranger?.name ?? covered.slice(0, 2).join(' vs '), of }
}

/** A comparison with the entry that introduces one of its options; without such an entry its overview does. */
export interface Introduced {
  of: PreparedComparison
  entry: Entry | null
  /** More was said than the name: "what is X". */
  asked: boolean
}

/** Words of the longest phrase that asks what something is, and of the longest text that is looked at. */
const LONGEST_PHRASE = 5
const LONGEST_ASKED = 12

/**
 * Where a text is one name, or asks what it is: the comparisons whose own option that is, then the entries of others
 * that introduce it. Empty where it is no option's own name.
 */
export function introduced(engine: Engine, words: readonly string[]): Introduced[] {
  const name = words.length > LONGEST_ASKED ? [] : nameIn(engine, words)
  const uses = engine.allNames.whole(name)
  if (!uses.some(({ own }) => own)) return []
  const asked = name.length < words.length
  const by = (own: boolean) =>
    uses
      .filter((use) => use.own === own)
      .flatMap(({ of, option }) => {
        const prepared = engine.comparisons[of]
        if (!prepared) return []
        const { ofOption, ofName } = introductions(engine, prepared)
        const entry = (own ? ofOption.get(option) : ofName.get(name.join(' '))) ?? null
        return own || entry ? [{ of: prepared, entry, asked }] : []
      })
  return [...by(true), ...by(false)]
}

/** The first entries of a comparison whose titles ask what something is, by the option whose own name that is, and by the name. */
const introductions = onceForBoth((engine: Engine, of: PreparedComparison) => {
  const ofOption = new Map<string, Entry>()
  const ofName = new Map<string, Entry>()
  for (const entry of of.comparison.entries) {
    const words = tokenize(fold(entry.title)).flatMap(({ word }) => (word === '?' ? [] : [word]))
    const name = nameIn(engine, words)
    if (name.length === 0 || name.length === words.length) continue
    const key = name.join(' ')
    if (!ofName.has(key)) ofName.set(key, entry)
    for (const use of engine.allNames.whole(name))
      if (use.own && engine.comparisons[use.of] === of && !ofOption.has(use.option))
        ofOption.set(use.option, entry)
  }
  return { ofOption, ofName }
})

/** Words without the phrases around them that ask what something is. */
function nameIn({ introducing }: Engine, words: readonly string[]): readonly string[] {
  let name = words
  for (let length = Math.min(LONGEST_PHRASE, name.length); length > 0; length--) {
    if (introducing.has(name.slice(0, length).join(' '))) {
      name = name.slice(length)
      break
    }
  }
  for (let length = Math.min(LONGEST_PHRASE, name.length); length > 0; length--) {
    if (introducing.has(name.slice(-length).join(' '))) return name.slice(0, -length)
  }
  return name
}
