// What `npm start` runs: builds where dist is old, then becomes the program.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// The shell that npm runs scripts in may die of a signal without passing it on. `exec` would spare it, but not every
// shell has that: instead the program stops, as it does on SIGTERM, when whoever started it is gone.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500)
watch.unref()

// The build has a process of its own: what it loads stays out of the one that runs for months.
const build = fileURLToPath(new URL('build.mjs', import.meta.url))
const { status } = spawnSync(process.execPath, [build], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
await import('../dist/main.js')
