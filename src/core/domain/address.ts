import { z } from 'zod'

/** The address of a page: cards link to it, so nothing that a browser would run. */
export const Address = z.url({ protocol: /^https?$/ }).meta({ pattern: '^https?://' })
