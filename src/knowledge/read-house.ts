import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Catalogue } from '../core/domain/fact.ts'
import { House } from '../core/domain/house.ts'
import type { Rule } from '../core/domain/rule.ts'
import type { Source } from '../core/domain/source.ts'
import type { ContentHash } from './content-hash.ts'
import type { Draft, Item } from './draft.ts'
import { type KnowledgeIssue, wholeFile } from './knowledge-error.ts'
import { issueAt, readYaml } from './knowledge-file.ts'
import { type PairsFile, readPairs } from './pairs.ts'
import { readTextFile } from './read-folder.ts'
import { checked } from './schema-issues.ts'

export const houseName = 'house.yml'
const known = [houseName, 'facts.yml', 'terms.tsv']

/** A folder of a house: what it says of itself, and facts that all its comparisons may use. */
export interface HouseFolder {
  dir: string
  /** Undefined where the file breaks its schema, which is told once. */
  house: Item<House> | undefined
  facts: Item<Catalogue> | undefined
  terms: PairsFile | undefined
}

/** True for a folder that says whose house it is. */
export function isHouse(dir: string): boolean {
  return readTextFile(join(dir, houseName)) !== undefined
}

/** Reads house.yml, and facts.yml and terms.tsv beside it; undefined for a folder without house.yml. */
export function readHouse(dir: string, hash: ContentHash, issues: KnowledgeIssue[]): HouseFolder | undefined {
  const [house, facts, terms] = known.map((name) => readTextFile(join(dir, name)))
  if (!house) return undefined
  for (const file of [house, facts, terms])
    if (file) hash.add(`house ${file.name.slice(dir.length)}`, file.text)
  const stray = readdirSync(dir).filter((name) => /\.(?:ya?ml|tsv)$/.test(name) && !known.includes(name))
  const remedy = `Use one of ${known.join(', ')}; what is of one comparison belongs into a folder of its name.`
  for (const name of stray) {
    issues.push(wholeFile(join(dir, name), 'is no file of a house, so nobody would read it', remedy))
  }
  const file = readYaml(house.name, house.text, issues)
  const value = file.value === undefined ? undefined : checked(House, file, [], issues)
  const factsFile = facts && readYaml(facts.name, facts.text, issues)
  const catalogue = factsFile && checked(Catalogue, factsFile, [], issues)
  if (value) checkIds({ value, file, path: [] }, issues)
  return {
    dir,
    house: value && { value, file, path: [] },
    facts: factsFile && catalogue && { value: catalogue, file: factsFile, path: [] },
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
