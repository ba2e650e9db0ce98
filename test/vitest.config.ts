import { defineConfig, type ViteUserConfig } from 'vitest/config'

// Two cores: child processes (CLI runs, Apertium) already use the second one.
const config: ViteUserConfig = defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})

export default config
