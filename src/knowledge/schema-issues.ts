import { z } from 'zod'
import type { KnowledgeIssue } from './knowledge-error.ts'
import { childOf, issueAt, type KnowledgeFile, type Path } from './knowledge-file.ts'

/**
 * Checks the value at `path` of a file against a schema. Every problem goes to `issues` with its line and remedy;
 * undefined is returned then.
 */
export function checked<T>(
  schema: z.ZodType<T>,
  file: KnowledgeFile,
  path: Path,
  issues: KnowledgeIssue[],
): T | undefined {
  const value = path.reduce(childOf, file.value)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const inside = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
    const at = [...path, ...inside]
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) issues.push(unknownField(schema, value, file, at, inside, key))
    } else {
      const found = inside.reduce(childOf, value)
      issues.push(issueAt(file, at, ...explained(issue, found, at)))
    }
  }
  return undefined
}

function unknownField(
  schema: z.ZodType,
  value: unknown,
  file: KnowledgeFile,
  at: Path,
  inside: Path,
  key: string,
): KnowledgeIssue {
  const fields = fieldsAt(schema, value, inside)
  const remedy = fields.length > 0 ? `Fields here are ${fields.join(', ')}.` : 'Remove it.'
  return issueAt(file, [...at, key], 'is no field', remedy)
}

type Explained = [problem: string, remedy: string]

/** Says a schema's complaint in words of the file, with what to do about it. */
function explained(issue: z.core.$ZodIssue, found: unknown, at: Path): Explained {
  const field = String(at.at(-1) ?? 'the content')
  switch (issue.code) {
    case 'invalid_type':
      if (found === undefined) return ['is missing', `Add ${field}.`]
      if (issue.expected === 'string') {
        if (found === null) return ['is empty', 'Write a text, or remove the line.']
        if (typeof found !== 'object') return [`is read as a ${typeof found}`, 'Put the value in quotes.']
      }
      return [
        `is ${kindOf(found)} where ${expectedKind(issue.expected)} belongs`,
        'Compare it with the example in the README of the knowledge folder.',
      ]
    case 'too_big':
      if (issue.origin === 'string') {
        const length = String(found).length
        const most = Number(issue.maximum)
        return [`has ${length} characters, at most ${most} fit`, `Shorten it by ${length - most}.`]
      }
      if (Array.isArray(found)) {
        const most = Number(issue.maximum)
        return [
          `has ${found.length} items, at most ${most} fit`,
          `Take away ${found.length - most}; details belong in more.`,
        ]
      }
      return [`is ${String(found)}, at most ${issue.maximum} is allowed`, 'Use a smaller number.']
    case 'too_small':
      if (found === '') return ['is empty', 'Write a text, or remove the line.']
      if (Array.isArray(found)) {
        return [`has ${found.length} items, at least ${issue.minimum} are needed`, `Add to ${field}.`]
      }
      return [`is ${String(found)}, more than that is needed`, `Use at least ${issue.minimum}.`]
    case 'invalid_format':
      return [`"${String(found)}" is not in the right form`, formatRemedy(issue)]
    case 'invalid_value':
      return [`"${String(found)}" is none of the allowed words`, `Use one of ${issue.values.join(', ')}.`]
    case 'invalid_union': {
      const words = 'options' in issue && Array.isArray(issue.options) ? issue.options : []
      if (found === undefined) return ['is missing', `Use one of ${words.join(', ')}.`]
      return [`"${String(found)}" is none of the allowed words`, `Use one of ${words.join(', ')}.`]
    }
    default:
      return [issue.message, 'Compare it with the example in the README of the knowledge folder.']
  }
}

const kebab = '/^[a-z][a-z0-9-]*$/'

function formatRemedy(issue: Extract<z.core.$ZodIssue, { code: 'invalid_format' }>): string {
  if (issue.format === 'url') return 'Give a full address on the web, such as https://example.org/page.'
  if (issue.pattern === kebab) return 'Use lower-case letters, digits and hyphens, a letter first.'
  if (issue.message.startsWith('Invalid')) return `It must match ${issue.pattern}.`
  return `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`
}

function expectedKind(expected: string): string {
  if (expected === 'array') return 'a list'
  return expected === 'object' || expected === 'record' ? 'a map' : `a ${expected}`
}

/** Names of the fields that a schema allows at a path of a value; none where anything is allowed. */
function fieldsAt(schema: unknown, root: unknown, path: Path): string[] {
  let value = root
  let current = chosen(unwrapped(schema), value)
  for (const step of path) {
    value = childOf(value, step)
    if (current instanceof z.ZodObject) current = unwrapped(current.shape[step])
    else if (current instanceof z.ZodArray) current = unwrapped(current.element)
    else if (current instanceof z.ZodRecord) current = unwrapped(current.valueType)
    current = chosen(current, value)
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : []
}

/** Of several schemas the one that the value says it is of. */
function chosen(schema: unknown, value: unknown): unknown {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema
  const key = schema.def.discriminator
  const fits = (each: unknown) =>
    each instanceof z.ZodObject && z.object({ [key]: each.shape[key] }).safeParse(value).success
  return schema.options.find(fits)
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap())
  return schema
}
