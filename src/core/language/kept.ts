/**
 * What is made of a key, kept for the keys in use: at most twice `most` of them; those not asked for lately are given
 * up first. Only for what the key alone decides, so that no answer can tell whether it was kept.
 */
export class Kept<T extends object> {
  private readonly most: number
  private recent = new Map<string, T>()
  private before = new Map<string, T>()

  constructor(most: number) {
    this.most = most
  }

  /** The value of a key, made now where it is not kept. */
  get(key: string, make: (key: string) => T): T {
    const known = this.recent.get(key)
    if (known) return known
    const value = this.before.get(key) ?? make(key)
    if (this.recent.size >= this.most) {
      this.before = this.recent
      this.recent = new Map()
    }
    this.recent.set(key, value)
    return value
  }
}
