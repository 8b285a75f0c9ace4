import { createHash } from 'node:crypto'

/** Fingerprint of all that was read, in order; the place of the folder on the machine does not matter. */
export class ContentHash {
  private readonly hash = createHash('sha256')

  /** Adds a file under its name inside the folder of knowledge. */
  add(name: string, text: string): void {
    this.hash.update(`${name}\0${text}\0`)
  }

  /** Twelve hexadecimal digits; nothing can be added afterwards. */
  short(): string {
    return this.hash.digest('hex').slice(0, 12)
  }
}
