import { type Document, isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { KnowledgeIssue } from './knowledge-error.ts'

/** Where something stands inside a file: keys of maps and places in lists. */
export type Path = readonly (string | number)[]

/** A file of the folder that can say on which line a path stands. */
export interface KnowledgeFile {
  /** As shown in messages. */
  name: string
  text: string
  /** Plain data; undefined when the text is no YAML. */
  value: unknown
  lineOf(path: Path): number
}

/** Parses YAML; syntax errors and keys given twice go to `issues`, and the value is undefined then. */
export function readYaml(name: string, text: string, issues: KnowledgeIssue[]): KnowledgeFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    issues.push({
      file: name,
      line: lines.linePos(pos[0]).line,
      path: '',
      problem: `is not valid YAML here: ${message.replace(/\.$/, '')}`,
      remedy: 'Check indentation, and quote texts that hold ": " or " #" or start with a sign.',
    })
  }
  const broken = document.errors.length > 0
  return {
    name,
    text,
    value: broken ? undefined : document.toJS(),
    lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
  }
}

/** Offset of the key or item at a path, or of the nearest thing around it that exists. */
function offsetOf(document: Document, path: Path): number {
  let offset = 0
  let node: unknown = document.contents
  if (isCollection(node)) offset = node.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) break
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(step)]
      if (!isNode(item)) break
      offset = item.range?.[0] ?? offset
      node = item
    } else break
  }
  return offset
}

/** An issue at a path of a file. Items of a list are named by their id where they have one. */
export function issueAt(file: KnowledgeFile, path: Path, problem: string, remedy: string): KnowledgeIssue {
  return { file: file.name, line: file.lineOf(path), path: pathText(file.value, path), problem, remedy }
}

function pathText(root: unknown, path: Path): string {
  let text = ''
  let value = root
  for (const step of path) {
    value = childOf(value, step)
    if (typeof step === 'string') text += text === '' ? step : `.${step}`
    else {
      const id = childOf(value, 'id')
      if (typeof id !== 'string') text += `[${step}]`
      else text += text === '' ? id : `[${id}]`
    }
  }
  return text
}

/** The value under a key or place; undefined where there is none. */
export function childOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.getOwnPropertyDescriptor(value, step)?.value
}
