import { defineConfig } from 'vitest/config'

/** Two at a time; what starts, kills and restarts whole servers runs alone. */
const together = (groupOrder: number) => ({ maxWorkers: 2, sequence: { groupOrder } })
const alone = (groupOrder: number) => ({ maxWorkers: 1, sequence: { groupOrder } })

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          ...together(0),
          include: [
            'shared/src/**/*.test.ts',
            'server/src/**/*.test.ts',
            'web/src/**/*.test.{ts,tsx}',
            'tests/walls/*.test.ts',
            'tests/framework/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'api',
          ...together(0),
          include: ['tests/api/**/*.test.ts', 'tests/permissions/**/*.test.ts'],
          globalSetup: ['tests/support/engine.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: 'faults', ...alone(1), include: ['tests/faults/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 120_000 },
      },
      {
        test: {
          name: 'journeys',
          ...together(2),
          include: ['tests/e2e/**/*.test.ts', 'tests/a11y/**/*.test.ts'],
          globalSetup: ['tests/support/engine.ts', 'tests/support/browser-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
