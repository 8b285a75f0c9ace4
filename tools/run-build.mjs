import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Builds where dist is old, in a process of its own: what the build loads stays out of the one that goes on. */
export function runBuild(...args) {
  const build = fileURLToPath(new URL('build.mjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [build, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}
