import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'

/** Runs a module text in a fresh Node and returns the JSON that it prints. Its arguments are `process.argv.slice(1)`. */
export function inFreshNode(text: string, args: readonly string[]): number[] {
  const out = execFileSync(
    process.execPath,
    ['--expose-gc', '--input-type=module', '--eval', text, '--', ...args],
    { cwd: tmpdir(), env: {}, encoding: 'utf8', timeout: 30_000 },
  )
  const numbers: unknown = JSON.parse(out)
  if (!Array.isArray(numbers)) throw new TypeError(`A fresh Node printed no list: ${out}`)
  return numbers.map(Number)
}
