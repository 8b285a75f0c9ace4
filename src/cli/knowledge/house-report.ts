import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import { counted } from '../../cards/wording.ts'
import type { Knowledge } from '../../core/domain/knowledge.ts'
import { ContentHash } from '../../knowledge/content-hash.ts'
import { loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { isHouse, readHouse } from '../../knowledge/read-house.ts'
import type { OverlayChange } from '../../knowledge/read-overlay.ts'
import { checkHouseFacts } from './check-facts.ts'
import { changeLines, checkOverrides } from './check-house.ts'
import { changedAnswers, readQuestions } from './diff.ts'
import type { Finding } from './finding.ts'
import { placeOf } from './place.ts'

const mostQuestions = 20

/**
 * What the houses among some folders change: additions and overrides by id, facts that nothing reads, recorded
 * overrides that are out of date, and, where there are questions to ask, those that come out otherwise than without the houses.
 */
export function lookAtHouses(
  folders: readonly string[],
  knowledge: Knowledge,
  changes: readonly OverlayChange[],
  asOf: string,
  questions: string,
): { findings: Finding[]; notes: string[] } {
  const houses = folders.flatMap((folder) => readHouse(folder, new ContentHash(), []) ?? [])
  const others = folders.filter((folder) => !isHouse(folder))
  const asked = houses.length > 0 && others.length > 0 && existsSync(questions)
  return {
    findings: [...checkHouseFacts(houses, knowledge.terms), ...checkOverrides(houses, changes)],
    notes: [...changeLines(changes), ...(asked ? answeredOtherwise(others, knowledge, questions, asOf) : [])],
  }
}

/**
 * What is told of folders among which is a house: every error, and of the warnings those on what a house says itself.
 * Whoever writes a house mends nothing else; a line says how many are left out. Without a house everything is told.
 */
export function toldToHouses(
  findings: readonly Finding[],
  folders: readonly string[],
): { told: Finding[]; left: string[] } {
  const houses = folders.filter(isHouse)
  const isOfHouse = (finding: Finding) => {
    const { file } = finding.at ?? placeOf(finding, folders)
    return houses.some((house) => file.startsWith(join(house, sep)))
  }
  const told =
    houses.length > 0
      ? findings.filter((finding) => finding.level === 'error' || isOfHouse(finding))
      : [...findings]
  const left = findings.length - told.length
  if (left === 0) return { told, left: [] }
  const line = `${counted(left, 'warning')} on what no house says left out; a check without the house lists them.`
  return { told, left: [line] }
}

function answeredOtherwise(
  others: readonly string[],
  knowledge: Knowledge,
  folder: string,
  asOf: string,
): string[] {
  const questions = readQuestions(folder)
  const changed = changedAnswers(loadKnowledge(others), knowledge, questions, asOf)
  const left = changed.length - mostQuestions
  return [
    ...changed.slice(0, mostQuestions).map(({ text, before, now }) => `${text}: ${before} -> ${now}`),
    ...(left > 0 ? [`and ${left} more`] : []),
    `${changed.length} of ${counted(questions.length, 'question')} answered otherwise than without the house.`,
  ]
}
