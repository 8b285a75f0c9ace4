import type { Comparison } from '../../core/domain/comparison.ts'
import type { Language } from '../../core/domain/language.ts'
import { fold, keyOf, tokenize } from '../../core/language/text.ts'
import type { Finding } from './finding.ts'

/** Words of vocabulary.yml that change nothing. */
export function checkVocabulary({ slug, vocabulary, entries }: Comparison, language: Language): Finding[] {
  const everywhere = new Set([...language.foreign, ...language.homographs].map((name) => name.toLowerCase()))
  const foreign = vocabulary.foreign
    .filter((name) => everywhere.has(name.toLowerCase()))
    .map((name) => finding(`${slug} foreign ${name}`, 'is foreign to all comparisons already', 'Remove it.'))
  const used = new Set(
    entries.flatMap(({ title, wordings }) => [title, ...wordings].flatMap((text) => keysOf(text))),
  )
  const related = vocabulary.related
    .filter(({ to }) => !to.some((word) => keysOf(word).some((key) => used.has(key))))
    .map(({ word }) =>
      finding(
        `${slug} related ${word}`,
        'leads to no word of any wording',
        'Correct its words, or remove it.',
      ),
    )
  return [...foreign, ...related]
}

function finding(where: string, problem: string, remedy: string): Finding {
  return { level: 'warning', where, problem, remedy }
}

function keysOf(text: string): string[] {
  return tokenize(fold(text)).flatMap(({ word }) => keyOf(word) ?? [])
}
