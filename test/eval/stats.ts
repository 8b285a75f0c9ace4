/** A share with its count and its 95 % Wilson interval, as printed. */
export function share(part: number, whole: number): string {
  if (!whole) return 'no items'
  const [low, high] = wilson(part, whole)
  const percent = (value: number) => (100 * value).toFixed(1)
  return `${percent(part / whole).padStart(5)} %  (${part} of ${whole}; 95 % ${percent(low)}–${percent(high)})`
}

/** 95 % Wilson score interval of a share. */
export function wilson(part: number, whole: number): [number, number] {
  const z = 1.96
  const p = part / whole
  const base = 1 + (z * z) / whole
  const middle = (p + (z * z) / (2 * whole)) / base
  const half = (z / base) * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

/** Area under the ROC curve: how often a positive scores above a negative. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0
  for (const p of positives) for (const n of negatives) wins += p > n ? 1 : p === n ? 0.5 : 0
  return wins / (positives.length * negatives.length)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
