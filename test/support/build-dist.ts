import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Compiles src once before all tests, where that is needed: some tests run the program as people do. While src does
 * not compile (somebody is in the middle of an edit) other tests still run; `npm test` compiles first and ends there.
 */
export function setup(): void {
  const build = join(import.meta.dirname, '../../tools/build.mjs')
  const { status } = spawnSync(process.execPath, [build], { stdio: 'inherit' })
  if (status !== 0)
    console.warn('src does not compile: tests that run the program run an older build, if any.')
}
