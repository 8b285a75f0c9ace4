#!/usr/bin/env node
// Every door of the terminal by one name and from any folder: `stack-verdict ask "…"`. Builds first where dist is old.
import { runBuild } from './run-build.mjs'

const doors = {
  ask: 'cli/ask.js',
  knowledge: 'cli/knowledge.js',
  manifest: 'cli/manifest.js',
  mcp: 'mcp/main.js',
}
const [node, script, door = '', ...args] = process.argv
if (Object.hasOwn(doors, door)) {
  runBuild()
  process.argv = [node, script, ...args]
  await import(`../dist/${doors[door]}`)
} else {
  console.error(`stack-verdict ${Object.keys(doors).join(' | ')}, each with --help.`)
  process.exitCode = 64
}
