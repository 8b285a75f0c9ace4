import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonSchemas } from '../../src/knowledge/json-schemas.ts'

const knowledge = join(import.meta.dirname, '../../knowledge')

const yamlFiles = ['.', ...readdirSync(knowledge)]
  .filter((name) => statSync(join(knowledge, name)).isDirectory())
  .flatMap((folder) => readdirSync(join(knowledge, folder)).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.yml'))

/** Names of the fields in a JSON Schema, wherever they stand. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, inner]) => [
    ...(key === 'properties' ? Object.keys(Object(inner)) : []),
    ...fieldsOf(inner),
  ])
}

describe('files for authors', () => {
  it.each(yamlFiles)('names the schema of %s in its first line', (name) => {
    const [first = ''] = readFileSync(join(knowledge, name), 'utf8').split('\n')
    const [, schema = ''] = first.match(/^# yaml-language-server: \$schema=(\S+)$/) ?? []
    expect(schema).toMatch(new RegExp(`schemas/${name.split('/').at(-1)?.replace('.yml', '')}\\.json$`))
    expect(existsSync(join(knowledge, dirname(name), schema))).toBe(true)
  })

  it('explains every field in the README', () => {
    const readme = readFileSync(join(knowledge, 'README.md'), 'utf8')
    const missing = [...jsonSchemas()]
      .filter(([name]) => name !== 'language.json')
      .flatMap(([name, text]) => fieldsOf(JSON.parse(text)).map((field) => ({ name, field })))
      .filter(({ field }) => !new RegExp(`(?<![\\w-])${field}(?![\\w-])`).test(readme))
      .map(({ name, field }) => `${name}: ${field}`)
    expect([...new Set(missing)]).toEqual([])
  })

  it('says of language.yml in the file what each list is for', () => {
    const text = readFileSync(join(knowledge, 'language', 'language.yml'), 'utf8')
    const lists = fieldsOf(JSON.parse(jsonSchemas().get('language.json') ?? '{}'))
    const unexplained = lists.filter((list) => !new RegExp(`^#[^\\n]*\\n${list}:`, 'm').test(text))
    expect(unexplained).toEqual([])
  })
})
