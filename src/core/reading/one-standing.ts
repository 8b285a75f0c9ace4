import { isOfOption } from '../domain/fact-kind.ts'
import type { Statement } from './statement.ts'

/**
 * "The four who code are X people": one mention of an option tells of people or of a system, not of both. What it tells
 * more surely stays; only what is `likely` is weighed.
 */
export function oneStanding(
  statements: readonly Statement[],
  likely: (statement: Statement) => boolean,
): Statement[] {
  const said = statements.filter((each) => each.value === 'yes' && !each.reason && likely(each))
  const isSurer = (one: Statement) => (other: Statement) =>
    other !== one &&
    isOfOption(other.id) &&
    other.id.endsWith(one.id.slice(one.id.indexOf('/'))) &&
    other.trigger?.from === one.trigger?.from &&
    other.probability > one.probability
  return statements.filter(
    (each) => !(isOfOption(each.id) && each.trigger && said.includes(each) && said.some(isSurer(each))),
  )
}
