/** What the process ends with; the numbers follow sysexits where one fits. */
export const exitCodes = { ok: 0, failed: 1, usage: 64, data: 65, config: 78 } as const
