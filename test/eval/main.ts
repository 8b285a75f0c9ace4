import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepare } from '../../src/core/engine.ts'
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'
import { comparisonScores, type Fared, sumOf } from './comparisons.ts'
import { type Count, evaluate, isRight, type Measures } from './measures.ts'
import { isDirect, type Scored } from './score.ts'
import { sentences } from './sentences.ts'
import type { Half } from './sets.ts'
import { share } from './stats.ts'
import { steadiness } from './steadiness.ts'

const LINES: [string, (m: Measures) => string][] = [
  ['situations right', (m) => share(m.situationsRight.part, m.situationsRight.whole)],
  ['threads right', (m) => share(m.threadsRight.part, m.threadsRight.whole)],
  ['wrong direct verdicts', (m) => share(m.wrongDirectVerdicts.part, m.wrongDirectVerdicts.whole)],
  ['general questions hit@1', (m) => share(m.hitAt1.part, m.hitAt1.whole)],
  ['general questions hit@3', (m) => share(m.hitAt3.part, m.hitAt3.whole)],
  ['  MiniSearch hit@1', (m) => share(m.miniSearchAt1.part, m.miniSearchAt1.whole)],
  ['  MiniSearch hit@3', (m) => share(m.miniSearchAt3.part, m.miniSearchAt3.whole)],
  ['in scope answered directly', (m) => share(m.answeredDirectly.part, m.answeredDirectly.whole)],
  ['precision of direct answers', (m) => share(m.directRight.part, m.directRight.whole)],
  ['helped (right or among three)', (m) => share(m.helped.part, m.helped.whole)],
  ['out of scope given a verdict', (m) => share(m.outOfScopeVerdict.part, m.outOfScopeVerdict.whole)],
  ['out of scope answered at all', (m) => share(m.outOfScopeAnswered.part, m.outOfScopeAnswered.whole)],
  ['deciding facts, precision', (m) => share(m.factPrecision.part, m.factPrecision.whole)],
  ['deciding facts, recall', (m) => share(m.factRecall.part, m.factRecall.whole)],
  ['AUROC of scope', (m) => `${m.scopeAuroc.toFixed(3)}`],
  ['median card', (m) => `${m.medianCharacters} characters outside the table`],
]

/** `npm run eval`: both halves as figures; `--half regression --failures` prints what went wrong, never for the blind half. */
function main(): void {
  const { values } = parseArgs({
    options: { half: { type: 'string' }, failures: { type: 'boolean' } },
  })
  if (values.failures && values.half === 'blind') {
    console.error('The blind half stays blind: --failures prints the regression half only.')
    process.exitCode = 64
    return
  }
  const engine = prepare(loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url))))
  const halves: Half[] =
    values.half === 'blind'
      ? ['blind']
      : values.half === 'regression'
        ? ['regression']
        : ['regression', 'blind']
  for (const half of halves) {
    const { measures, scored } = evaluate(engine, half)
    console.log(`\n${half} half, ${scored.length} items`)
    for (const [name, value] of LINES) console.log(`${name.padEnd(32)}${value(measures)}`)
    const { rewordings, inChatter, behindDiscussions } = steadiness(engine, half)
    console.log(`${'steady over ten rewordings'.padEnd(32)}${share(rewordings.part, rewordings.whole)}`)
    console.log(`${'steady in chatter'.padEnd(32)}${share(inChatter.part, inChatter.whole)}`)
    const { part, whole } = behindDiscussions
    console.log(`${'general behind a discussion'.padEnd(32)}${share(part, whole)}`)
    const { found, recalled, polarity } = sentences(engine, half)
    console.log(`${'sentences: facts, precision'.padEnd(32)}${share(found.part, found.whole)}`)
    console.log(`${'sentences: facts, recall'.padEnd(32)}${share(recalled.part, recalled.whole)}`)
    console.log(`${'sentences: 4-way polarity'.padEnd(32)}${share(polarity.part, polarity.whole)}`)
    console.log('\nlabelled pick → given')
    for (const [want, row] of [...measures.confusion].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const given = [...row].sort(([, a], [, b]) => b - a).map(([got, n]) => `${got} ${n}`)
      console.log(`  ${want.padEnd(8)}→ ${given.join(', ')}`)
    }
    const perComparison = comparisonScores(engine, half)
    console.log(`\n${'comparison'.padEnd(20)}right comparison  situations  entry hit  out of scope answered`)
    for (const { slug, fared } of perComparison) console.log(faredLine(slug, fared))
    console.log(faredLine('all', sumOf(perComparison.map(({ fared }) => fared))))
    if (values.failures && half === 'regression') {
      const all = [...scored, ...perComparison.flatMap((each) => each.scored)]
      for (const row of all.filter((each) => !isRight(each))) console.log(failure(row))
    }
  }
}

function faredLine(name: string, fared: Fared): string {
  const of = ({ part, whole }: Count, width: number) => `${part} of ${whole}`.padEnd(width)
  const { rightComparison, situationsRight, entryHit, outOfScopeAnswered } = fared
  const counts = [
    of(rightComparison, 18),
    of(situationsRight, 12),
    of(entryHit, 11),
    of(outOfScopeAnswered, 0),
  ]
  return `${name.padEnd(20)}${counts.join('')}`
}

function failure({ item, answered: { answer, confidence }, pick }: Scored): string {
  const given =
    answer.kind === 'faq' || answer.kind === 'table'
      ? answer.entry.entry
      : answer.kind === 'verdict'
        ? `${pick}`
        : answer.kind
  const want =
    item.kind === 'general'
      ? [...item.lines, ...item.entries].join(' ')
      : item.kind === 'oos'
        ? 'no answer'
        : `${item.pick}`
  const text =
    item.kind === 'thread' ? item.messages.map((m, i) => `${i} ${m.author}: ${m.text}`).join('\n') : item.text
  const facts =
    answer.kind === 'verdict'
      ? `\n  read: ${answer.facts.map((f) => `${f.id}=${f.value}${f.counted ? '' : ` (${f.reason})`} ${f.probability.toFixed(2)}`).join(', ')}`
      : ''
  const labelled =
    'facts' in item
      ? `\n  label: ${item.facts.map((f) => `${f.id}=${f.value}${f.counted ? '' : ` (${f.reason})`}`).join(', ')}`
      : ''
  return `\n## ${item.kind} ${item.id}: ${given}${isDirect(answer) ? '' : ' (not direct)'}, wanted ${want}, confidence ${confidence.toFixed(2)}\n${text}${facts}${labelled}`
}

main()
