import { readFileSync } from 'node:fs'
import { z } from 'zod'

const place = z.string().regex(/^S\d:\d+(-\d+)?$/)

const Asked = z.strictObject({
  id: z.string(),
  /** Lines of the guide that hold the point. */
  at: place,
  question: z.string().min(1),
  /** Each stands in the card or one press away; alternatives are split by `|`. */
  point: z.array(z.string().min(1)).min(1),
  /** The comparison that is asked; the guides are about one pair and only name others. */
  comparison: z.string().default('node-vs-python'),
  /** What the first line must recommend. */
  pick: z.string().optional(),
  /** Set where the engine, not the knowledge, answers it wrongly; a mark that is no longer needed fails the suite. */
  engine: z.literal(true).optional(),
})
/** A claim of a guide with a question for it. */
export type Asked = z.infer<typeof Asked>

const Omitted = z.strictObject({ at: place, omitted: z.string().min(1) })

/** What one guide holds: claims that are asked for, and lines left out with the reason. */
export interface Inventory {
  asked: Asked[]
  omitted: z.infer<typeof Omitted>[]
}

/** Reads the inventory of a guide by its id (`S0`). Throws with the place of a line that is not one of its two forms. */
export function readInventory(guide: string): Inventory {
  const name = `${guide.toLowerCase()}.jsonl`
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const inventory: Inventory = { asked: [], omitted: [] }
  for (const [index, line] of lines.entries()) {
    const read = z.union([Asked, Omitted]).safeParse(JSON.parse(line))
    if (!read.success) throw new Error(`${name}:${index + 1} is neither a claim nor an omission.`)
    if ('omitted' in read.data) inventory.omitted.push(read.data)
    else inventory.asked.push(read.data)
  }
  return inventory
}
