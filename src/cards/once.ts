/** The same function, asked once for each thing: a card is built several times until it fits. */
export function once<T, V>(make: (item: T) => V): (item: T) => V {
  const made = new Map<T, V>()
  return (item) => {
    const known = made.get(item)
    if (known !== undefined) return known
    const value = make(item)
    made.set(item, value)
    return value
  }
}
