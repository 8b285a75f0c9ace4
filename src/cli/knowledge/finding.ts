/** A file and a line, which is counted from 1; 0 for the file as a whole. */
export interface Place {
  file: string
  line: number
}

/** Something that a slow check found. */
export interface Finding {
  /** Errors fail the check; warnings are for a person to judge. */
  level: 'error' | 'warning'
  /** What it is about: the comparison and the rule, entry or case; empty for a file as a whole. */
  where: string
  /** Where it stands, for what `where` does not tell. */
  at?: Place
  problem: string
  remedy: string
  /** All of which the problem gives examples, for a program and for whoever looks at one comparison alone. */
  all?: readonly string[]
}
