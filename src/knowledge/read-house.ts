import { dirname, join } from 'node:path'
import { Catalogue } from '../core/domain/fact.ts'
import { House } from '../core/domain/house.ts'
import type { Rule } from '../core/domain/rule.ts'
import type { Source } from '../core/domain/source.ts'
import { checkedFile } from './checked-file.ts'
import type { ContentHash } from './content-hash.ts'
import type { Draft, Item } from './draft.ts'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { issueAt } from './knowledge-file.ts'
import { type PairsFile, readPairs } from './pairs.ts'
import { isFile, readTextFile } from './read-folder.ts'
import { checkStray, isMisnamed } from './stray-files.ts'

export const houseName = 'house.yml'
const known = [houseName, 'facts.yml', 'terms.tsv']

/** A folder of a house: what it says of itself, and facts that all its comparisons may use. */
export interface HouseFolder {
  dir: string
  /** Undefined where the file breaks its schema, which is told once. */
  house: Item<House> | undefined
  facts: Item<Catalogue> | undefined
  /** True where there is a file of facts that breaks its schema: which facts exist is not known then. */
  hasBrokenFacts: boolean
  terms: PairsFile | undefined
}

/** True for a folder that says whose house it is. */
export function isHouse(dir: string): boolean {
  const house = join(dir, houseName)
  return isFile(house) || isMisnamed(house)
}

/** Reads house.yml, and facts.yml and terms.tsv beside it; undefined for a folder without house.yml. */
export function readHouse(dir: string, hash: ContentHash, issues: KnowledgeIssue[]): HouseFolder | undefined {
  const [house, facts, terms] = known.map((name) => readTextFile(join(dir, name)))
  if (!isHouse(dir)) return undefined
  for (const file of [house, facts, terms])
    if (file) hash.add(`house ${file.name.slice(dir.length)}`, file.text)
  const remedy = `Use one of ${known.join(', ')}; what is of one comparison belongs into a folder of its name.`
  checkStray(dir, { known, of: 'a house', remedy }, issues)
  const read = house && checkedFile(house, House, issues)
  if (read) checkIds(read, issues)
  const catalogue = facts && checkedFile(facts, Catalogue, issues)
  return {
    dir,
    house: read,
    facts: catalogue,
    hasBrokenFacts: !catalogue && (facts !== undefined || isMisnamed(join(dir, 'facts.yml'))),
    terms: terms && readPairs(terms.name, terms.text, 'a fact and a term', issues),
  }
}

/** Ids of sources stand once, over all houses: each rule must name its own document. */
export function checkHouses(houses: readonly HouseFolder[], issues: KnowledgeIssue[]): void {
  const taken = new Map<string, string>()
  for (const { house } of houses) {
    for (const [index, { id }] of house?.value.sources.entries() ?? []) {
      const other = taken.get(id)
      if (house && other !== undefined && other !== house.file.name) {
        const remedy = 'Give it an id of its own, such as house-team.'
        issues.push(issueAt(house.file, ['sources', index, 'id'], `"${id}" stands in ${other} too`, remedy))
      }
      if (house) taken.set(id, house.file.name)
    }
  }
}

/**
 * A draft with the house's sources and owner. Its rules that cite nothing rest on the house's first source: `folder` is
 * the house's folder of this comparison.
 */
export function withHouse(draft: Draft, { house }: HouseFolder, folder: string): Draft {
  // What is wrong with house.yml is told: nobody need hear of what follows from it.
  if (!house)
    return {
      ...draft,
      houses: [''],
      ruleList: citing(draft.ruleList, 'house', folder),
      hasSource: () => true,
    }
  const { owner, sources } = house.value
  const [{ id: first } = { id: 'house' }] = sources
  const ours = sources.map((source, at): Item<Source> => {
    const value: Source = {
      ...source,
      publisher: owner,
      grade: 'house',
      interest: 'Sets the rules of this house.',
    }
    return { value, file: house.file, path: ['sources', at] }
  })
  const ids = new Set(ours.map(({ value }) => value.id))
  return {
    ...draft,
    houses: [...new Set([...draft.houses, owner])],
    sources: [...draft.sources, ...ours],
    ruleList: citing(draft.ruleList, first, folder),
    hasSource: (id) => ids.has(id) || draft.hasSource(id),
  }
}

/** Rules of the house in a folder that cite nothing rest on this source. */
function citing(rules: readonly Item<Rule>[], source: string, folder: string): Item<Rule>[] {
  return rules.map((item) => {
    const { value, file } = item
    const bare = value.tier === 'must' && value.cites.length === 0 && dirname(file.name) === folder
    return bare ? { ...item, value: { ...value, cites: [source] } } : item
  })
}

function checkIds({ value, file }: Item<House>, issues: KnowledgeIssue[]): void {
  const seen = new Set<string>()
  for (const [index, { id }] of value.sources.entries()) {
    if (seen.has(id)) {
      const remedy = 'Give each its own id, such as house-security.'
      issues.push(issueAt(file, ['sources', index], `has the id ${id}, which stands here already`, remedy))
    }
    seen.add(id)
  }
}
