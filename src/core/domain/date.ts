import { z } from 'zod'

/** A day of the calendar. */
export const Day = z.iso.date('a day is YYYY-MM-DD and in the calendar')

/** A date as precise as it is known. */
export const RoughDate = z
  .string()
  .regex(
    new RegExp(`^\\d{4}(?:-(?:0[1-9]|1[0-2]))?$|${z.regexes.date.source}`),
    'a date is YYYY, YYYY-MM or YYYY-MM-DD and in the calendar',
  )
