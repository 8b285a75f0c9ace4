import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { knowledgeFolder, shippedKnowledge } from '../dist.ts'
import { type Generated, generated } from './generate.ts'

/** What all comparisons share beside the facts: the shipped language data and trained model. */
const SHARED = ['language/language.yml', 'language/terms.tsv', 'language/classes.tsv', 'language/reader.bin']

/** Writes a folder of knowledge with so many generated comparisons and gives back what stands in it. */
export function writeFolder(dir: string, count: number): Generated[] {
  const { parts, facts } = shippedKnowledge().catalogue
  const all = generated(
    count,
    facts.filter(({ pulls, perOption }) => pulls && !perOption),
  )
  // What the shipped facts cite are sources of the shipped comparisons.
  const uncited = facts.map(({ quantity, ...fact }) =>
    quantity ? { ...fact, quantity: { ...quantity, cites: ['g1#part 1'] } } : fact,
  )
  writeFileSync(join(dir, 'facts.yml'), JSON.stringify({ parts, facts: uncited }))
  for (const name of SHARED) cpSync(join(knowledgeFolder, name), join(dir, name))
  for (const { slug, files } of all) {
    mkdirSync(join(dir, slug))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, slug, name), text)
  }
  return all
}
