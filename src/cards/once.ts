/** The same function, asked once for each thing: a card is built several times until it fits. */
export function once<T, V>(make: (item: T) => V): (item: T) => V {
  return remembered(new Map<T, V>(), make)
}

/** The same for things that outlive a card: what was made of one is kept for as long as it is. */
export function onceForAll<T extends object, V>(make: (item: T) => V): (item: T) => V {
  return remembered(new WeakMap<T, V>(), make)
}

function remembered<T, V>(
  made: { get(item: T): V | undefined; set(item: T, value: V): unknown },
  make: (item: T) => V,
): (item: T) => V {
  return (item) => {
    const known = made.get(item)
    if (known !== undefined) return known
    const value = make(item)
    made.set(item, value)
    return value
  }
}
