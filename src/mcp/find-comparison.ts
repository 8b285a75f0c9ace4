import type { Engine, PreparedComparison } from '../core/engine.ts'
import { subcommand } from '../core/grammar.ts'
import { didYouMean } from '../core/language/nearest.ts'
import { InputError } from './input-error.ts'

/** Slugs that an error lists. */
const MOST_LISTED = 20

/**
 * The comparison of a slug, or of its options' names in any order ("b vs a"). Throws an InputError that names the
 * nearest and what there is.
 */
export function findComparison(engine: Engine, name: string): PreparedComparison {
  const wanted = name.trim()
  const known = engine.bySlug.get(wanted)
  if (known) return known
  const read = subcommand(engine, wanted)
  if (read?.kind === 'overview' && !read.other) return read.of
  const slugs = [...engine.bySlug.keys()]
  const near =
    read?.kind === 'meant' ? `Did you mean ${read.meant.of.comparison.slug}? ` : didYouMean(wanted, slugs)
  const more =
    slugs.length > MOST_LISTED ? `, and ${slugs.length - MOST_LISTED} more: call list_comparisons` : ''
  throw new InputError(
    `There is no comparison "${wanted}". ${near}There are: ${slugs.slice(0, MOST_LISTED).join(', ')}${more}.`,
  )
}
