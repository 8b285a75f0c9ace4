// What `npm start` runs: builds where dist is old, then becomes the program.
import { runBuild } from './run-build.mjs'

// The shell that npm runs scripts in may die of a signal without passing it on. `exec` would spare it, but not every
// shell has that: instead the program stops, as it does on SIGTERM, when whoever started it is gone.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500)
watch.unref()

runBuild(...process.argv.slice(2))
await import('../dist/main.js')
