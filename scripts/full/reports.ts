import { existsSync, readFileSync } from 'node:fs'

/** How many tests of one run passed, failed and did not run. */
export interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** The counts in a JSON report of vitest or Playwright, or undefined when the run left none. */
export function readReport(file: string): Counts | undefined {
  if (!existsSync(file)) return undefined
  const report: VitestReport | PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'))
  return 'stats' in report ? playwrightCounts(report) : vitestCounts(report)
}

/** A test file that failed before its tests could run counts as one failure. */
function vitestCounts(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** A test that passed only when tried again is a failure. */
function playwrightCounts({ stats, errors }: PlaywrightReport): Counts {
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: Math.max(failed, errors.length), skipped: stats.skipped }
}
