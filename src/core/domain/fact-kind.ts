import type { FactId } from './fact.ts'

/** The fact of an id without its option: `team` of `team/…`. */
export function kindOf(id: FactId): FactId {
  return id.split('/')[0] ?? id
}

/** True for a fact that exists once per option: what is known, what runs. */
export function isOfOption(id: FactId): boolean {
  return id.includes('/')
}
