import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/build-dist.ts',
    // Two cores: more workers than that only make loaded machines time out.
    maxWorkers: 2,
    // Timeouts end what hangs; a machine that others use may be several times slower than a quiet one.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
