import type { OptionId } from './fact.ts'

/**
 * An option's id, `both` (each for a part), `either` (a choice was asked for and nothing separates them),
 * or null (no recommendation: readings differ).
 */
export type Pick = OptionId | 'both' | 'either' | null
