/** Of rules that rest on guides. */
export const GUIDE_TIERS = ['A', 'B', 'C', 'D'] as const

/** Of all rules, strongest first: a house's own rule outranks whatever guides say. */
export const TIERS = ['must', ...GUIDE_TIERS] as const
export type Tier = (typeof TIERS)[number]
