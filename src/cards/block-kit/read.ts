export type Fields = Readonly<Record<string, unknown>>

/** The fields of a value that came over the wire; none when it is no object. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** The items of a value that came over the wire; none when it is no list. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
