import { globSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumFlags, chromiumProgram } from './harness/chromium.ts'

export default defineConfig({
  testDir: '.',
  globalSetup: './harness/prepare.ts',
  outputDir: join(import.meta.dirname, '../test-results'),
  // A project for each file, because a worker and its Hub never serve two projects. Its tests run in their order.
  projects: globSync('*.e2e.ts', { cwd: import.meta.dirname })
    .sort()
    .map((file) => ({ name: file.replace('.e2e.ts', ''), testMatch: file })),
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
