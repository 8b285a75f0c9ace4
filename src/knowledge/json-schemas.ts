import { z } from 'zod'
import { ComparisonHead, Vocabulary } from '../core/domain/comparison.ts'
import { Catalogue } from '../core/domain/fact.ts'
import { House } from '../core/domain/house.ts'
import { Language } from '../core/domain/language.ts'
import { Rule, Rules } from '../core/domain/rule.ts'
import { Source } from '../core/domain/source.ts'
import { entryFiles } from './entry-files.ts'

/** JSON Schemas for editors by file name, as text: one for each YAML file of a folder of knowledge. */
export function jsonSchemas(): Map<string, string> {
  const schemas: [yaml: string, schema: z.ZodType][] = [
    ['facts.yml', Catalogue],
    ['language.yml', Language],
    ['comparison.yml', ComparisonHead],
    ['sources.yml', z.array(Source).min(1)],
    ['rules.yml', Rules],
    ['house.yml', House],
    // A house's rules.yml over a comparison that is there already is a list.
    ['house-rules.yml', z.array(Rule)],
    ['vocabulary.yml', Vocabulary],
    ...entryFiles.map(({ name, schema }): [string, z.ZodType] => [name, z.array(schema)]),
  ]
  return new Map(
    schemas.map(([yaml, schema]) => [
      yaml.replace('.yml', '.json'),
      // What authors write: fields with a default may be left out.
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  )
}
