import type { Answer } from '../core/domain/answer.ts'
import { citationParts } from '../core/domain/citation-parts.ts'
import type { Source } from '../core/domain/source.ts'
import { section, smallPrint } from './blocks.ts'
import type { CardContext, ModalView } from './card-types.ts'
import { callbackIds } from './ids.ts'
import { modal } from './loading-modal.ts'
import { cut, escapeText, link } from './mrkdwn.ts'
import { comparisonOf, type NumberedSource, numberSources } from './sources.ts'
import { counted, dateWords, isOld } from './wording.ts'

const kinds: Readonly<Record<Source['grade'], string>> = {
  'vendor-guide': 'guide by a firm that sells the work',
  primary: 'documentation, standard or release notes',
  report: 'public report',
  house: 'house document',
}
const mostSources = 90
const placesLength = 400

/** Every source of an answer under the number that the card gives it. */
export function sourcesModal(answer: Answer, context: CardContext): ModalView {
  const { sources, guides } = numberSources(answer)
  const counting = new Set(guides.map(({ id }) => id))
  const speaking = sources.filter(({ source }) => counting.has(source.id)).length
  const others = sources.length - speaking
  const comparison = comparisonOf(answer)
  const { one, many } = comparison?.voices ?? { one: 'source', many: 'sources' }
  const allCount = comparison?.sources.length === counting.size
  const head = [
    `Rests on ${counted(speaking, one, many)}${others > 0 ? ` and ${counted(others, 'other source')}` : ''}.`,
    ...(allCount ? [] : [`Only the ${many} are counted; other sources stand beside them.`]),
  ]
  const blocks =
    sources.length === 0
      ? [section('This card states nothing that needs a source.')]
      : [
          section(head.join(' ')),
          ...sources.slice(0, mostSources).map((each) => section(sourceText(each, context.asOf))),
        ]
  const left = sources.length - mostSources
  if (left > 0) blocks.push(smallPrint(`${counted(left, 'more source')} not shown.`))
  return modal('Sources', callbackIds.sources, blocks)
}

function sourceText({ number, source, cites }: NumberedSource, asOf: string): string {
  const title = escapeText(cut(source.title, 300))
  const address = source.url ? link(source.url, 'Open it') : 'No public address.'
  return [
    `*[${number}]* ${title}`,
    escapeText(`${cut(source.publisher, 200)} · ${dated(source, asOf)} · ${kinds[source.grade]}`),
    `Interest: ${escapeText(cut(source.interest, 300))}`,
    [escapeText(places(cites)), address].filter(Boolean).join(' · '),
  ].join('\n')
}

/** "Apr 2026", "2026, year only", with a word on age where it is over 18 months. */
function dated(source: Source, asOf: string): string {
  const words = [dateWords(source.date)]
  if (source.date.length === 4) words.push('year only')
  if (isOld(source, asOf)) words.push('over 18 months old')
  const note = source.dateNote ? ` (${cut(source.dateNote.replace(/\.$/, ''), 200)})` : ''
  return words.join(', ') + note
}

/** "Lines 23, 46–48" of a guide, "Section abstract" of a page. */
function places(cites: readonly string[]): string {
  const parts = cites.map(citationParts)
  const lines = mergedRanges(parts.flatMap(({ lines: range }) => (range ? [range] : []))).map(([from, to]) =>
    from === to ? `${from}` : `${from}–${to}`,
  )
  const sections = parts.flatMap(({ section: name }) => name ?? [])
  const single = lines.length === 1 && !lines[0]?.includes('–')
  const told = [
    lines.length > 0 ? `${single ? 'Line' : 'Lines'} ${lines.join(', ')}` : '',
    sections.length > 0 ? `${sections.length === 1 ? 'Section' : 'Sections'} ${sections.join(', ')}` : '',
  ]
  return cut(told.filter(Boolean).join(' · '), placesLength)
}

/** Ranges of lines in order, those that overlap made one. */
function mergedRanges(ranges: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}
