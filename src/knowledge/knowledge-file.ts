import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  YAMLException,
} from 'js-yaml'
import { isUtf8 } from './is-utf8.ts'
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
  /** For files with a value. */
  lineOf(path: Path): number
}

/**
 * Parses YAML; another encoding, a syntax error or a key given twice goes to `issues`, and the value is undefined then.
 */
export function readYaml(name: string, text: string, issues: KnowledgeIssue[]): KnowledgeFile {
  const value = isUtf8(name, text, issues) ? parsed(name, text, issues) : undefined
  // Only messages name lines: a file is parsed again for the first of them, so that no start keeps all its events.
  let events: Event[] | undefined
  return {
    name,
    text,
    value,
    lineOf: (path) => {
      events ??= parseEvents(text, {})
      return lineAt(text, offsetOf(text, events, path))
    },
  }
}

function parsed(name: string, text: string, issues: KnowledgeIssue[]): unknown {
  const report = (line: number, problem: string, remedy: string) =>
    void issues.push({ file: name, line, path: '', problem, remedy })
  try {
    const events = parseEvents(text, {})
    const documents = constructFromEvents(events, { source: text })
    if (documents.length <= 1) return documents.length === 0 ? null : documents[0]
    const line = lineAt(text, secondDocument(events))
    report(line, 'is where a second document begins', 'Remove the "---" before it.')
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const at = error.mark?.line ?? 0
    if (/^ *\t/.test(text.split('\n')[at] ?? '')) report(at + 1, 'begins with a tab', 'Indent with spaces.')
    else {
      const remedy = 'Check indentation, and quote texts that hold ": " or " #" or start with a sign.'
      report(at + 1, `is not valid YAML here: ${error.reason}`, remedy)
    }
  }
  return undefined
}

/** Offset of the content of the second document; each begins with an event of its own. */
function secondDocument(events: readonly Event[]): number {
  const opens = events.findIndex(({ type }, at) => at > 0 && type === EVENT_ID.DOCUMENT)
  return startOf(events[opens + 1])
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

/** Offset of the key or item at a path, or of the nearest thing around it that exists. */
function offsetOf(text: string, events: readonly Event[], path: Path): number {
  // The first event opens the document, the second is its content.
  let at = 1
  let offset = Math.max(startOf(events[at]), 0)
  for (const step of path) {
    const found = childAt(text, events, at, step)
    if (!found) break
    at = found.value
    offset = startOf(events[found.named])
  }
  return offset
}

/** Places of what names a child (its key, or the item itself) and of its value in the list of events. */
function childAt(
  text: string,
  events: readonly Event[],
  parent: number,
  step: string | number,
): { named: number; value: number } | undefined {
  const type = events[parent]?.type
  if (type !== EVENT_ID.MAPPING && type !== EVENT_ID.SEQUENCE) return undefined
  let at = parent + 1
  for (let index = 0; at < events.length && events[at]?.type !== EVENT_ID.POP; index++) {
    if (type === EVENT_ID.SEQUENCE) {
      if (index === step) return { named: at, value: at }
      at = afterNode(events, at)
      continue
    }
    const key = events[at]
    const value = afterNode(events, at)
    if (key?.type === EVENT_ID.SCALAR && getScalarValue(text, key) === String(step))
      return { named: at, value }
    at = afterNode(events, value)
  }
  return undefined
}

/** The place behind a node with everything inside it. */
function afterNode(events: readonly Event[], at: number): number {
  let depth = 0
  let next = at
  do {
    const type = events[next]?.type
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1
    else if (type === EVENT_ID.POP) depth -= 1
    next += 1
  } while (depth > 0 && next < events.length)
  return next
}

function startOf(event: Event | undefined): number {
  if (!event) return 0
  if ('start' in event) return event.start
  if ('valueStart' in event) return event.valueStart
  return 'anchorStart' in event ? event.anchorStart : 0
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
