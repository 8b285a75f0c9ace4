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

/** The same for things that outlive a card: what was made of one is kept for as long as it is. */
export function onceForAll<T extends object, V>(make: (item: T) => V): (item: T) => V {
  const made = new WeakMap<T, V>()
  return (item) => {
    const known = made.get(item)
    if (known !== undefined) return known
    const value = make(item)
    made.set(item, value)
    return value
  }
}
