import { z } from 'zod'
import { Address } from './address.ts'
import { Day, RoughDate } from './date.ts'

export const Grade = z.enum(['vendor-guide', 'primary', 'report', 'house'])
export type Grade = z.infer<typeof Grade>

/** Grades of published texts: those that may be counted. */
export const PublicGrade = Grade.exclude(['house'])

/**
 * A published text that claims cite.
 * `vendor-guide`: an article by a firm that sells the work; `primary`: documentation, standard, release notes;
 * `report`: anything else public (a survey, an issue thread, news);
 * `house`: a document of the house that runs the bot, which backs its own rules and is never counted as a guide.
 */
export const Source = z.strictObject({
  /** Ids that begin with `house` are those of house.yml, so that no upgrade takes one. */
  id: z.string().regex(/^(?!house(?:-|$))[A-Za-z0-9-]+$/),
  title: z.string().min(1),
  publisher: z.string().min(1),
  /** Of the text, or of the release that it speaks of, as precise as is known: 2026, 2026-04 or 2026-04-14. */
  date: RoughDate,
  /** Said where the date is known by the year alone, or otherwise needs a word. */
  dateNote: z.string().optional(),
  /** The day on which the page was last read and still said so. */
  checked: Day.optional(),
  url: Address.optional(),
  grade: PublicGrade,
  /** What the publisher gains if the reader believes the text. */
  interest: z.string().min(1),
  /** File name of a guide's stored text; cited lines are checked against it. */
  file: z.string().optional(),
})
export type Source = Omit<z.infer<typeof Source>, 'grade'> & { grade: Grade }
