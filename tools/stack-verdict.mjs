#!/usr/bin/env node
// Every door of the terminal by one name and from any folder: `stack-verdict ask "…"`. Builds first where dist is old.
const doors = {
  ask: 'cli/ask.js',
  knowledge: 'cli/knowledge.js',
  manifest: 'cli/manifest.js',
  mcp: 'mcp/main.js',
}
const [node, script, door = '', ...args] = process.argv
if (Object.hasOwn(doors, door)) {
  process.argv = [node, script]
  await import('./build.mjs')
  process.argv = [node, script, ...args]
  await import(`../dist/${doors[door]}`)
} else {
  console.error(`stack-verdict ${Object.keys(doors).join(' | ')}, each with --help.`)
  process.exitCode = 64
}
