import { basename, delimiter, join } from 'node:path'
import { KnowledgeError, type KnowledgeIssue, wholeFile, wholeFolder } from './knowledge-error.ts'
import { comparisonFolders, foldersOf, isFile, isFolder, overlayFolders } from './read-folder.ts'
import { houseName, isHouse } from './read-house.ts'
import { isMisnamed } from './stray-files.ts'

/**
 * Folders to read, of which the first has what all comparisons share. Throws a KnowledgeError where one holds no
 * knowledge or a house stands first: whatever else could be told would follow from that.
 */
export function soundFolders(dir: string | readonly string[]): readonly [string, ...string[]] {
  const folders = foldersOf(dir)
  const [first, ...more] = folders
  if (first === undefined) throw new KnowledgeError([wholeFolder('KNOWLEDGE_DIR', 'names no folder', given)])
  if (isHouse(first)) throw new KnowledgeError([houseFirst(first, folders)])
  const missing = folders.filter((folder) => !holdsKnowledge(folder))
  if (missing.length > 0) throw new KnowledgeError(missing.map((folder) => noKnowledge(folder, folders)))
  return [first, ...more]
}

/** An overlay in a folder that does not say whose it is. */
export function noHouse(dir: string, slug: string): KnowledgeIssue {
  const remedy = `Write there who owns it (owner) and on which document it rests (sources), to lay it over ${slug}.`
  return wholeFile(join(dir, houseName), 'is missing', remedy)
}

const given =
  'Give the folder of knowledge in KNOWLEDGE_DIR or --knowledge, or leave it out to use the shipped one.'

/** True for a folder with anything in it that belongs to knowledge; what is missing beside that is told apart. */
function holdsKnowledge(dir: string): boolean {
  if (!isFolder(dir)) return false
  const facts = join(dir, 'facts.yml')
  return isFile(facts) || isMisnamed(facts) || isHouse(dir) || comparisonFolders(dir).length > 0
}

function houseFirst(dir: string, folders: readonly string[]): KnowledgeIssue {
  const others = folders.filter((folder) => !isHouse(folder))
  const knowledge = others.length > 0 ? others : ['knowledge']
  const order = [...knowledge, ...folders.filter(isHouse)].join(delimiter)
  const problem = 'is a house, and what all comparisons share comes from the first folder'
  return wholeFolder(dir, problem, `Write it behind the knowledge: ${order}.`)
}

function noKnowledge(dir: string, folders: readonly string[]): KnowledgeIssue {
  if (!isFolder(dir)) return wholeFolder(dir, 'is no folder', given)
  if (dir === folders[0]) return wholeFolder(dir, 'holds neither facts.yml nor a comparison', given)
  const [overlay] = overlayFolders(dir)
  if (overlay !== undefined) return noHouse(dir, basename(overlay))
  const begin = `npm run knowledge -- new left-vs-right --knowledge ${folders.join(delimiter)}`
  const remedy = `Begin a comparison there (${begin}), or write house.yml for rules of your house.`
  return wholeFolder(dir, 'holds neither a comparison nor house.yml', remedy)
}
