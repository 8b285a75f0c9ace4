import type { NamedPair } from '../domain/comparison.ts'
import type { FactId } from '../domain/fact.ts'
import type { Engine, PreparedComparison } from '../engine.ts'
import { besideChoosing, type Mention } from '../language/names.ts'
import type { Phrases } from '../language/phrases.ts'
import type { TakenApart, Token } from '../language/text.ts'
import { type EntryMatch, matchEntries } from '../matching/entry-index.ts'
import { questionFeatures } from '../matching/features.ts'
import { CHOOSING, type ForeignName } from '../matching/foreign.ts'
import { namedPair } from '../matching/named-pair.ts'
import { alike } from '../matching/prepare.ts'
import { type Gated, gated } from '../reading/gate.ts'
import type { Linear } from '../reading/linear.ts'
import { CHOICE, type Opened, type Parsed, parse } from '../reading/parse.ts'
import type { CalledNames } from './called.ts'
import { unweighedIn } from './unweighed.ts'

/** What is asked, taken apart once for all comparisons that look at it. */
export interface Asked {
  opened: Opened
  /** Its words as they stand, mentions of people among them. */
  words: TakenApart
  /** The different ones of these. */
  vocabulary: ReadonlySet<string>
  /** Names that some comparison calls foreign. */
  foreign: readonly ForeignName[]
  /** The facts that the discussion before it speaks of; without a discussion null. */
  discussed: ReadonlySet<FactId> | null
  /** Comparisons called by what they compare, where no options are set against each other. */
  called: ReadonlySet<PreparedComparison>
  /** What the gate says where no option of a comparison is named, the same for all such; empty until one wants to know. */
  unnamed: { scope?: Gated }
}

/** What the trained scope adds to an entry's own sureness; set on questions that trained nothing. */
const SCOPE_WEIGHT = 0.15

/** Entries kept of a ranking: enough for three to choose from and for evaluation. */
const KEPT = 10

/** A question as one comparison sees it. Entries and gate are asked when somebody wants to know: names often suffice. */
export class Routed {
  readonly of: PreparedComparison
  readonly parsed: Parsed
  /** It is called by what it compares, and so a choice is asked for. */
  readonly called: boolean
  /** Mentions that are surely names. */
  readonly names: readonly Mention[]
  /** Options of it that the question names. */
  readonly named: number
  /** Names in the question that this comparison does not cover, whoever calls them foreign. */
  readonly unknown: readonly ForeignName[]
  /** Those of them that are foreign to it. */
  readonly foreign: readonly ForeignName[]
  /** Those of these that stand in one list with two of its options: what it does not weigh. */
  readonly unweighed: readonly ForeignName[]
  /** A pair that its sources only name; beside a choice of its options none but one that holds an option. */
  readonly pair: NamedPair | null
  private readonly calledNames: CalledNames
  private readonly framing: Phrases
  /** Of the comparison. */
  private readonly place: number
  private readonly gate: Linear
  private readonly seen: { scope?: Gated }
  private matched: EntryMatch | undefined

  constructor(
    engine: Engine,
    { opened, words, vocabulary, foreign, called, unnamed }: Asked,
    of: PreparedComparison,
  ) {
    this.calledNames = engine.calledNames
    this.framing = engine.framing
    this.place = engine.comparisons.indexOf(of)
    this.gate = engine.knowledge.model.gate
    this.of = of
    this.parsed = parse(opened, of.names)
    this.called = called.has(of)
    this.seen = this.parsed.mentions.length === 0 ? unnamed : {}
    this.names = namesIn(this.parsed, engine.plainWords)
    this.named = optionsIn(this.names)
    this.unknown = foreign.filter((name) => !isNamed(name, this.parsed))
    this.foreign = this.unknown.filter((name) => isForeignTo(name, of))
    this.unweighed = unweighedIn(this.parsed, this.foreign)
    const pair = namedPair(of.pairs, words, vocabulary, this.foreign)
    this.pair = pair && this.named > 1 && !namesOption(pair, this.parsed) ? null : pair
  }

  /** Its entries, best first. */
  get match(): EntryMatch {
    this.matched ??= matchEntries(this.of.index, questionFeatures(this.matchedWords()), KEPT)
    return this.matched
  }

  /**
   * The words that entries are matched by: what calls the choice replaced as the names in one are, for it is the same to
   * its entries; without the names that it does not weigh; and "should we use A vs B" as "A or B", for how a choice is put
   * tells no entry from another, unless it is one of frameworks, on which there are entries.
   */
  private matchedWords(): string[] {
    const { words, tokens, mentions } = this.parsed
    const chosen = mentions.filter(({ inChoice }) => inChoice)
    if (!this.called && chosen.length === 0) return words
    const kept = [...words]
    for (const { of, from, to } of this.called ? this.calledNames.find(tokens) : []) {
      if (of === this.place) kept.fill('', from, to).splice(from, 1, CHOICE)
    }
    for (const { at, end } of this.unweighed) {
      const first = tokens.findIndex((token) => token.end > at)
      const behind = tokens.findIndex((token) => token.at >= end)
      const beside = first > 0 ? first - 1 : behind
      if (CHOOSING.has(kept[beside] ?? '')) kept[beside] = ''
      kept.fill('', first, behind < 0 ? kept.length : behind)
    }
    return chosen.every(({ own }) => own) ? alike(this.unframed(kept.filter(Boolean))) : kept
  }

  private unframed(words: readonly string[]): string[] {
    const parts = this.framing.split(words.map((word) => ({ word })))
    return parts.flatMap((part) => (part.isPhrase ? [] : part.words.map(({ word }) => word)))
  }

  /** 0–1: how likely it is a case of one's own, by the trained gate alone. */
  get situation(): number {
    return this.gated.situation
  }

  /** How much it sounds like a message that asks for the verdict on the discussion before it. */
  get closing(): number {
    return this.gated.closing
  }

  /** How sure it is that the best entry answers the whole question; compared with thresholds. */
  get sure(): number {
    return this.match.sure + SCOPE_WEIGHT * this.gated.general
  }

  private get gated(): Gated {
    this.seen.scope ??= gated(this.gate, this.parsed)
    return this.seen.scope
  }
}

/** Different options among mentions. */
export function optionsIn(mentions: readonly Mention[]): number {
  return new Set(mentions.map(({ option }) => option)).size
}

/** Mentions that are surely names: plain words ("go") are one only in a choice, or beside another name. */
function namesIn({ mentions, tokens }: Parsed, plainWords: ReadonlySet<string>): readonly Mention[] {
  const isPlain = ({ from, to }: Mention) =>
    plainWords.has(
      tokens
        .slice(from, to)
        .map(({ word }) => word)
        .join(' '),
    )
  if (mentions.some((mention) => !isPlain(mention))) return mentions
  return mentions.filter(({ from, to }) => besideChoosing(tokens, from, to))
}

/** True where a comparison calls a name foreign that it does not know. */
export function isForeignTo({ to }: ForeignName, { comparison }: PreparedComparison): boolean {
  return !to || to.includes(comparison.slug)
}

/** True where a foreign name stands in one of ours. */
export function isNamed(
  { at, end }: ForeignName,
  { mentions, tokens }: { mentions: readonly Mention[]; tokens: readonly Token[] },
): boolean {
  return mentions.some(({ from, to }) => tokens[from]!.at < end && at < tokens[to - 1]!.end)
}

function namesOption({ sides }: NamedPair, { tokens, mentions }: Parsed): boolean {
  return mentions.some(({ from, to }) => {
    const name = tokens.slice(from, to).map(({ word }) => word)
    return sides.some((names) => names.includes(name.join(' ')))
  })
}
