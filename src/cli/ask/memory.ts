import { setFlagsFromString } from 'node:v8'

// Imported before all else. On Node's command line `--optimize-for-size` with `--no-concurrent-recompilation` saves as
// much by itself; once V8 runs the first does a part of it and the second nothing.
setFlagsFromString('--optimize-for-size')

// What is young stays in the space that it begins with: up to 48 megabytes otherwise.
setFlagsFromString('--semi-space-growth-factor=1')

// V8 lets garbage grow to four times of what lives before it looks for it: here to two fifths more.
setFlagsFromString('--heap-growing-percent=40')

// The thread that optimizes keeps the memory that it took once: a quarter of what V8 puts into one function, and only
// functions that run seven times as long as others need to. V8 12 has no such flag, and complains of it.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=230')
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000')
