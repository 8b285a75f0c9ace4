import { z } from 'zod'

/**
 * Where a statement comes from, as authors write it:
 * `S2:105` or `S2:105-107` (lines of a guide), `pep-779#abstract` (section of a public page).
 */
export const Citation = z
  .string()
  .regex(
    /^[A-Za-z0-9-]+(?::\d+(?:-\d+)?|#.+)$/,
    'a citation is SOURCE:LINE, SOURCE:FROM-TO or SOURCE#section',
  )
export type Citation = z.infer<typeof Citation>

/** A citation by a house's rule: its own document may also be cited as a whole, by its id alone. */
export const HouseCitation = z
  .string()
  .regex(
    /^[A-Za-z0-9-]+(?::\d+(?:-\d+)?|#.+)?$/,
    'a citation here is SOURCE or SOURCE#section of the house, or that of a guide',
  )

/** A statement in our own words with the places that it rests on. */
export const Claim = z.strictObject({
  text: z.string().min(1),
  cites: z.array(Citation).min(1),
})
export type Claim = z.infer<typeof Claim>
