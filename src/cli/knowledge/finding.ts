/** Something that a slow check found. */
export interface Finding {
  /** Errors fail the check; warnings are for a person to judge. */
  level: 'error' | 'warning'
  /** What it is about: the comparison and the rule, entry or case. */
  where: string
  problem: string
  remedy: string
}

/** A finding on one line. */
export function findingLine({ where, problem, remedy }: Finding): string {
  return `${where}: ${problem}. ${remedy}`
}
