/** The same function, asked once for each thing: what is built several times until it fits is made of the same parts. */
export function once<T, V>(make: (item: T) => V): (item: T) => V {
  return remembered(new Map<T, V>(), make)
}

/** The same for things that live long: what was made of one is kept for as long as it is. */
export function onceForAll<T extends object, V>(make: (item: T) => V): (item: T) => V {
  return remembered(new WeakMap<T, V>(), make)
}

/** The same for pairs of such things. */
export function onceForBoth<A extends object, B extends object, V>(
  make: (a: A, b: B) => V,
): (a: A, b: B) => V {
  const of = onceForAll((a: A) => onceForAll((b: B) => make(a, b)))
  return (a, b) => of(a)(b)
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
