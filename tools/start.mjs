// What `npm start` runs: builds where dist is old, then becomes the program. One process below npm, so that the signal
// which npm passes on (SIGTERM) reaches the program itself and not a shell around it.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// The build has a process of its own: what it loads stays out of the one that runs for months.
const build = fileURLToPath(new URL('build.mjs', import.meta.url))
const { status } = spawnSync(process.execPath, [build], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
await import('../dist/main.js')
