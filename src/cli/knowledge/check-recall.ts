import type { Comparison } from '../../core/domain/comparison.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import { Names } from '../../core/language/names.ts'
import { buildEntryIndex, matchEntries } from '../../core/matching/entry-index.ts'
import { questionFeatures } from '../../core/matching/features.ts'
import { maskedWords } from '../../core/matching/prepare.ts'
import type { Finding } from './finding.ts'

/** Wordings are held back in this many rounds, each once; an entry with fewer loses one at a time. */
const rounds = 20
const least = 0.9
/** Lost wordings that an error names itself. */
const mostExamples = 4
/** Entries with at least this many wordings are named when fewer than this share of them finds the entry. */
const enough = 6
const poor = 2 / 3

/**
 * Leaves wordings out and asks with them: at least 90 % must find their entry among the first three.
 * Entries that too few of their own wordings find are warnings, with the entries that they found instead.
 */
export function checkRecall(
  { model }: Knowledge,
  { slug, options, entries }: Comparison,
): { findings: Finding[]; note: string } {
  const names = new Names(options)
  const words = (text: string) => maskedWords(text, names)
  const asked = entries.map(({ title, wordings }) => ({
    title: words(title),
    wordings: wordings.map(words),
    hits: 0,
    missed: [] as { wording: string; rival: string | undefined }[],
    rivals: new Map<string, number>(),
  }))
  for (let round = 0; round < rounds; round++) {
    const heldBack = (place: number) => place % rounds === round
    const index = buildEntryIndex(
      asked.map(({ title, wordings }) => [title, ...wordings.filter((_, place) => !heldBack(place))]),
      model.background,
    )
    for (const [entry, each] of asked.entries()) {
      for (const [place, question] of each.wordings.entries()) {
        if (!heldBack(place)) continue
        const { ranked } = matchEntries(index, questionFeatures(question), 3)
        if (ranked.some((match) => match.entry === entry)) each.hits += 1
        else {
          const rival = entries[ranked[0]?.entry ?? -1]?.entry
          each.missed.push({ wording: entries[entry]?.wordings[place] ?? '', rival })
          count(each.rivals, rival)
        }
      }
    }
  }
  const total = asked.reduce((sum, { wordings }) => sum + wordings.length, 0)
  const hits = asked.reduce((sum, each) => sum + each.hits, 0)
  const percent = ((100 * hits) / Math.max(total, 1)).toFixed(1)
  const findings = asked.flatMap(({ wordings, hits: found, rivals }, place): Finding[] => {
    if (wordings.length < enough || found >= wordings.length * poor) return []
    const instead = [...rivals].sort((a, b) => b[1] - a[1]).slice(0, 2)
    return [
      {
        level: 'warning',
        where: `${slug} ${entries[place]?.entry}`,
        problem: `${found} of its ${wordings.length} wordings find it when left out`,
        remedy: `Most of the rest find ${instead.map(([entry, times]) => `${entry} (${times})`).join(' and ')}.`,
      },
    ]
  })
  if (hits < total * least) {
    // One of each entry: what they have in common shows sooner than by all of one.
    const examples = asked.flatMap(({ missed: [first] }) => (first ? [`"${first.wording}"`] : []))
    findings.push({
      level: 'error',
      where: slug,
      problem: `${percent} % of wordings left out find their entry among three, ${100 * least} % must; lost are ${examples.slice(0, mostExamples).join(', ')}`,
      remedy: 'Write more wordings of these entries in the same words, or join entries that ask the same.',
      all: asked.flatMap(({ missed }, place) =>
        missed.map(
          ({ wording, rival }) => `${entries[place]?.entry} "${wording}" finds ${rival ?? 'nothing'}`,
        ),
      ),
    })
  }
  return {
    findings,
    note: `${slug}: ${percent} % of ${total} wordings left out find their entry among three.`,
  }
}

function count(times: Map<string, number>, entry: string | undefined): void {
  if (entry !== undefined) times.set(entry, (times.get(entry) ?? 0) + 1)
}
