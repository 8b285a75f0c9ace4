import './ask/memory.ts'

// Only now: whatever stands beside it in an import would run before it once the build has put files together.
await import('./ask/program.ts')
