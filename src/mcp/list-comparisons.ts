import { z } from 'zod'
import { fullIds } from '../core/domain/catalogue.ts'
import type { Engine, PreparedComparison } from '../core/engine.ts'
import { findComparison } from './find-comparison.ts'
import type { Told } from './tell.ts'

export const listInput = z.strictObject({
  comparison: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Slug: only this one, with the question that each of its facts answers. Left out: all, with ids alone.',
    ),
})

const fact = z.object({ id: z.string(), question: z.string().optional(), means: z.string().optional() })

export const listOutput = z.object({
  knowledge: z.string().describe('version of the knowledge; the same version gives the same answers'),
  comparisons: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      subject: z.string(),
      options: z.array(z.object({ id: z.string(), name: z.string() })),
      owner: z.string(),
      reviewBy: z.string(),
      sources: z.number(),
      criteria: z.array(z.string()).describe('ids for compare'),
      facts: z.array(fact).describe('what decide takes'),
    }),
  ),
})

/** What is covered, with the ids that the other tools take. Throws an InputError for an unknown slug. */
export function listComparisons(engine: Engine, { comparison }: z.output<typeof listInput>): Told {
  const chosen = comparison === undefined ? engine.comparisons : [findComparison(engine, comparison)]
  const comparisons = chosen.map((of) => described(of, comparison !== undefined))
  return {
    structured: { knowledge: engine.knowledge.version, comparisons },
    text: comparisons.map(lines).join('\n\n'),
  }
}

type Described = z.output<typeof listOutput>['comparisons'][number]

function described({ comparison, catalogue, ruled }: PreparedComparison, whole: boolean): Described {
  const { slug, title, subject, options, owner, reviewBy, sources, entries } = comparison
  const used = catalogue.facts.filter(({ id }) => ruled.has(id))
  return {
    slug,
    title,
    subject,
    options: options.map(({ id, name }) => ({ id, name })),
    owner,
    reviewBy,
    sources: sources.length,
    criteria: entries.flatMap((entry) => (entry.kind === 'criterion' ? [entry.id] : [])),
    facts: used.flatMap((each) =>
      fullIds([each], options).map((id) => {
        const name = options.find((option) => id === `${each.id}/${option.id}`)?.name ?? ''
        const filled = (text: string) => text.replaceAll('{option}', name)
        return whole ? { id, question: filled(each.question), means: filled(each.means) } : { id }
      }),
    ),
  }
}

function lines({ slug, title, subject, options, owner, reviewBy, criteria, facts }: Described): string {
  return [
    `${slug}: ${title} (${subject})`,
    `  options: ${options.map(({ id, name }) => `${id} (${name})`).join(', ')}`,
    `  criteria: ${criteria.join(', ')}`,
    ...(facts.some(({ means }) => means)
      ? ['  facts:', ...facts.map(({ id, means }) => `    ${id}: ${means}`)]
      : [`  facts: ${facts.map(({ id }) => id).join(', ')}`]),
    `  owner: ${owner}; review by ${reviewBy}`,
  ].join('\n')
}
