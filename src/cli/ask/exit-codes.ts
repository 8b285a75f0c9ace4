/** What the process ends with, beside what errors of knowledge and settings bring along; the numbers follow sysexits where one fits. */
export const exitCodes = { ok: 0, failed: 1, usage: 64, data: 65 } as const
