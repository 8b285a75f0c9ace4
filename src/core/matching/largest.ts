/** Places of the largest values, at most `limit`, largest first; of equal ones the earlier. Linear in the values. */
export function largest(values: Float64Array, limit: number): number[] {
  const kept: number[] = []
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!
    if (kept.length < limit) kept.push(place)
    else if (value <= values[kept[limit - 1]!]!) continue
    let at = kept.length - 1
    for (; at > 0 && value > values[kept[at - 1]!]!; at--) kept[at] = kept[at - 1]!
    kept[at] = place
  }
  return kept
}
