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

/** The counts in a JSON report of vitest or Playwright, or in saved counts; undefined when there is no file. */
export function readReport(file: string): Counts | undefined {
  if (!existsSync(file)) return undefined
  const report: VitestReport | PlaywrightReport | Counts = JSON.parse(readFileSync(file, 'utf8'))
  if ('passed' in report) return report
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

/** The sum of several runs. */
export function sumCounts(runs: readonly Counts[]): Counts {
  const sum = (count: keyof Counts) => runs.reduce((total, run) => total + run[count], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}
