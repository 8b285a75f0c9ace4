import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file or folder of the program, by its path from where package.json lies. */
export function inPackage(path: string): string {
  return join(root, path)
}

// The build puts many files into one: none knows how deep it lies.
const root = nearestPackage(import.meta.dirname)

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder)
    throw new Error(`No package.json above ${import.meta.dirname}: the program is not whole.`)
  return nearestPackage(above)
}
