import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumFlags, chromiumProgram } from './harness/chromium.ts'

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  globalSetup: './harness/prepare.ts',
  outputDir: join(import.meta.dirname, '../test-results'),
  // Each worker has a Hub of its own; tests of a file share it, in their order.
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumProgram, args: chromiumFlags },
  },
})
