export interface ConfigIssue {
  variable: string
  problem: string
  remedy: string
}

/** All that is wrong with the settings at once. Messages never hold the value of a variable. */
export class ConfigError extends Error {
  readonly exitCode = 78
  readonly issues: readonly ConfigIssue[]

  constructor(issues: readonly ConfigIssue[]) {
    super(issues.map(({ variable, problem, remedy }) => `${variable} ${problem}. ${remedy}`).join('\n'))
    this.name = 'ConfigError'
    this.issues = issues
  }
}
