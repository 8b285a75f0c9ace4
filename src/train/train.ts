import { isOfOption } from '../core/domain/fact-kind.ts'
import type { Knowledge } from '../core/domain/knowledge.ts'
import { Classes, storeClasses } from '../core/language/classes.ts'
import { type NamedOption, Names } from '../core/language/names.ts'
import { Numbering } from '../core/language/numbering.ts'
import { storeTerms, Terms } from '../core/language/terms.ts'
import { fold } from '../core/language/text.ts'
import type { Background } from '../core/matching/count-entries.ts'
import { unit } from '../core/matching/entry-index.ts'
import { questionFeatures } from '../core/matching/features.ts'
import type { Bag } from '../core/reading/features.ts'
import { gateBag } from '../core/reading/gate.ts'
import { mentionBag } from '../core/reading/mentions.ts'
import type { ReaderModel } from '../core/reading/model.ts'
import { Opened, type Parsed, parse } from '../core/reading/parse.ts'
import { polarityBag } from '../core/reading/polarity.ts'
import { presenceBag } from '../core/reading/presence.ts'
import { clauseOf, triggerOf } from '../core/reading/statement.ts'
import { optionView } from '../core/reading/views.ts'
import type { Corpus, Label } from './corpus.ts'
import { fitLinear, joined } from './fit.ts'

/** Labels that read as said although a later message replaced or contradicted them. */
const SAID_ALL_THE_SAME = new Set(['superseded', 'contradicted'])
const REASONS = new Set(['later', 'past', 'question', 'other-team', 'hypothetical', 'unclear'])
const NOT_A_FACT = new Set(['proposed', 'preferred', 'disliked'])

/** More than a third hides what a fact is known by; less says nothing that could be measured. */
const DROPOUT = 0.3

/** Shares of the largest weight below which a weight is dropped: the model stays small and reads the same. */
const PRUNE = { presence: 0.01, polarity: 0.016, mention: 0.016, gate: 0.023, scope: 0.023 }

/**
 * Trains everything that reading and matching prepare beforehand. `options` are the options of all shipped
 * comparisons; the models see those that labels name, and only as "this option" and "another one". Deterministic: same corpus, same model.
 */
export function trainReader(
  corpus: Corpus,
  words: Pick<Knowledge, 'terms' | 'classes'>,
  options: readonly NamedOption[],
): ReaderModel {
  const labelled = new Set(corpus.messages.flatMap(({ labels }) => labels.map(({ id }) => id.split('/')[1])))
  // A name may belong to options of several comparisons; labels speak of those of one.
  const names = new Names(options.filter(({ id }) => labelled.has(id)))
  const lexicon = {
    terms: new Terms(storeTerms(words.terms)),
    classes: new Classes(storeClasses(words.classes)),
  }
  const take = (text: string) => parse(new Opened(text, lexicon), names)
  const clauses: { bag: Bag; facts: Set<string> }[] = []
  const sayings: { bag: Bag; how: string }[] = []
  const mentions: { bag: Bag; status: string }[] = []
  for (const { text, labels } of corpus.messages) {
    const parsed = take(text)
    const words = optionView(parsed, null)
    const found = parsed.clauses.map(() => new Map<string, Label>())
    for (const label of labels) {
      if (!isOfOption(label.id)) for (const k of clausesOf(parsed, label.span)) found[k]!.set(label.id, label)
    }
    parsed.clauses.forEach((clause, k) => {
      clauses.push({ bag: presenceBag(parsed, k), facts: new Set(found[k]!.keys()) })
      for (const [id, label] of found[k]!) {
        sayings.push({ bag: polarityBag(parsed, k, words, triggerOf(clause, id)), how: howSaid(label) })
      }
    })
    for (const mention of parsed.mentions) {
      if (mention.inChoice || clauseOf(parsed, mention) < 0) continue
      const from = parsed.tokens[mention.from]!.at
      const to = parsed.tokens[mention.to - 1]!.end
      const label = labels.find((candidate) => {
        if (candidate.id.split('/')[1] !== mention.option) return false
        const [start, end] = placeOf(parsed, candidate.span)
        return start >= 0 && from >= start && to <= end
      })
      mentions.push({ bag: mentionBag(parsed, mention), status: label ? statusOf(label) : 'none' })
    }
  }
  const facts = distinct(clauses.flatMap((row) => [...row.facts]))
  const gateTexts = [
    ...corpus.situations.map((text) => ({ text, situation: true })),
    ...corpus.general.map((text) => ({ text, situation: false })),
    ...corpus.outOfScope.map((text) => ({ text, situation: false })),
  ]
  const questions = [
    ...corpus.general.map((text) => ({ text, general: true })),
    ...corpus.outOfScope.map((text) => ({ text, general: false })),
  ]
  const asked = [
    ...corpus.closings.map((text) => ({ text, closing: true })),
    ...corpus.general.map((text) => ({ text, closing: false })),
  ]
  const models = {
    presence: fitLinear(
      clauses.map((row) => row.bag),
      facts,
      (row, fact) => clauses[row]!.facts.has(fact),
      { cost: 16, least: 3, prune: PRUNE.presence, dropout: DROPOUT },
    ),
    polarity: fitLinear(
      sayings.map((row) => row.bag),
      distinct(sayings.map((row) => row.how)),
      (row, how) => sayings[row]!.how === how,
      { cost: 8, least: 3, prune: PRUNE.polarity, dropout: DROPOUT },
    ),
    mention: fitLinear(
      mentions.map((row) => row.bag),
      distinct(mentions.map((row) => row.status)),
      (row, status) => mentions[row]!.status === status,
      { cost: 8, least: 3, prune: PRUNE.mention, dropout: DROPOUT },
    ),
    situation: fitLinear(
      gateTexts.map((row) => gateBag(take(row.text))),
      ['situation'],
      (row) => gateTexts[row]!.situation,
      { cost: 128, least: 2, prune: PRUNE.gate, dropout: DROPOUT },
    ),
    general: fitLinear(
      questions.map((row) => gateBag(take(row.text))),
      ['general'],
      (row) => questions[row]!.general,
      { cost: 32, least: 2, prune: PRUNE.scope },
    ),
    closing: fitLinear(
      asked.map((row) => gateBag(take(row.text))),
      ['closing'],
      (row) => asked[row]!.closing,
      { cost: 32, least: 2, prune: PRUNE.gate, dropout: DROPOUT },
    ),
  }
  return {
    trainedOn: corpus.fingerprint,
    presence: joined(models.presence),
    polarity: joined(models.polarity),
    mention: joined(models.mention),
    gate: joined(models.situation, models.general, models.closing),
    background: countBackground(corpus, (text) => questionFeatures(take(text).words)),
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

function howSaid(label: Label): string {
  if (!label.counted && !SAID_ALL_THE_SAME.has(label.reason ?? ''))
    return REASONS.has(label.reason ?? '') ? label.reason! : 'unclear'
  return label.value === 'yes' || label.value === 'no' ? label.value : 'unclear'
}

function statusOf(label: Label): string {
  const [kind = ''] = label.id.split('/')
  if (NOT_A_FACT.has(kind)) return kind
  const how = howSaid(label)
  return `${kind}=${how === 'yes' || how === 'no' ? how : 'x'}`
}

/** Offsets of a span in the folded text; −1 where it does not stand. */
function placeOf(parsed: Parsed, span: string): [number, number] {
  const folded = fold(span).replace(/@[\w.-]+/g, (name) => ' '.repeat(name.length))
  const start = folded ? parsed.folded.indexOf(folded) : -1
  return [start, start + folded.length]
}

/** Clauses that share more than a third of themselves or of the span with it. */
function clausesOf(parsed: Parsed, span: string): number[] {
  const [start, end] = placeOf(parsed, span)
  if (start < 0) return []
  return parsed.clauses.flatMap((clause, k) => {
    const shared = Math.min(clause.to, end) - Math.max(clause.from, start)
    return shared > 0.3 * Math.min(end - start, clause.to - clause.from) ? [k] : []
  })
}

/** Document counts of all texts that are no general question, and the tf-idf mass of those out of scope. */
function countBackground(
  corpus: Corpus,
  featuresOf: (text: string) => ReturnType<typeof questionFeatures>,
): Background {
  const texts = [
    ...corpus.outOfScope.map((text) => ({ text, out: true })),
    ...corpus.situations.map((text) => ({ text, out: false })),
  ].map((row) => ({ ...row, features: featuresOf(row.text) }))
  const documents = new Map<number, number>()
  for (const { features } of texts) {
    const seen = new Set([...features.words, ...features.characters, ...features.keys.map((key) => key.hash)])
    for (const hash of seen) documents.set(hash, (documents.get(hash) ?? 0) + 1)
  }
  const hashes = [...documents].filter(([, n]) => n >= 2).map(([hash]) => hash)
  const places = new Map(hashes.map((hash, place) => [hash, place]))
  const idf = hashes.map((hash) => Math.log((1 + texts.length) / (1 + documents.get(hash)!)) + 1)
  const mass = new Map<number, number>()
  for (const { features, out } of texts) {
    if (!out) continue
    for (const block of [features.words, features.characters]) {
      for (const [place, v] of unit(block, places, idf))
        mass.set(hashes[place]!, (mass.get(hashes[place]!) ?? 0) + v)
    }
  }
  const numbers = new Numbering(hashes.length)
  for (const hash of hashes) numbers.add(hash)
  return {
    texts: texts.length,
    numbers,
    documents: hashes.map((hash) => documents.get(hash)!),
    mass: hashes.map((hash) => mass.get(hash) ?? 0),
  }
}
