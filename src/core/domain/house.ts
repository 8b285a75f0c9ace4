import { z } from 'zod'
import { Address } from './address.ts'
import { RoughDate } from './date.ts'

/** A document of the house: what its rules rest on. */
export const HouseSource = z.strictObject({
  /** One document needs no id; ids of more begin with `house-`, so that no upgrade takes one. */
  id: z
    .string()
    .regex(/^house(-[a-z0-9-]+)?$/, 'an id of the house is house, or begins with house-')
    .default('house'),
  title: z.string().min(1),
  date: RoughDate,
  url: Address.optional(),
})

/** What a house says of itself: house.yml in a folder that adds to knowledge which others maintain. */
export const House = z.strictObject({
  /** Who answers for it; shown beside the owner of the comparison. */
  owner: z.string().min(1).max(48),
  sources: z.array(HouseSource).min(1),
  /** What it overrides, as `comparison id`, with the fingerprint that the check gives: it tells when the original changes. */
  overrides: z.record(z.string(), z.string()).default({}),
})
export type House = z.infer<typeof House>

/** True for the id of a house's source: no other may have such an id. */
export function isOfHouse(source: string): boolean {
  return source === 'house' || source.startsWith('house-')
}
