import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from '../../knowledge/json-schemas.ts'

/** Writes the JSON Schemas of a folder's files to its folder `schemas`; gives the names of the files. */
export function writeSchemas(dir: string): string[] {
  const folder = join(dir, 'schemas')
  mkdirSync(folder, { recursive: true })
  return [...jsonSchemas()].map(([name, text]) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return file
  })
}
