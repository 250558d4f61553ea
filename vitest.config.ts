import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const fullOnly = ['**/*.full.test.ts']
const ignored = ['**/node_modules/**', '**/dist/**', 'e2e/**']

// `npm test` needs nothing but Node. HUB_TEST=full runs the suites that start real components (npm run test:full).
const isFull = process.env.HUB_TEST === 'full'

// Most tests wait for a database or a server: two at once pay off on two cores too.
const maxWorkers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          name: 'node',
          include: isFull ? fullOnly : ['**/*.test.ts'],
          exclude: isFull ? ignored : [...ignored, ...fullOnly],
          environment: 'node',
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
