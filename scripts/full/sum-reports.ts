import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readReport } from './reports.ts'

export interface Phase {
  name: string
  exitCode: number
}

export interface Total {
  passed: number
  failed: number
}

/**
 * Sums the reports in a folder, named `<phase>-<run>.json`. A phase that failed without a failed test in its
 * reports (a check, a program that did not start) counts as one failure.
 */
export function sumReports(folder: string, phases: readonly Phase[]): Total {
  const total: Total = { passed: 0, failed: 0 }
  for (const { name, exitCode } of phases) {
    const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.json'))
    const counts = files.flatMap((file) => readReport(join(folder, file)) ?? [])
    const failed = counts.reduce((sum, count) => sum + count.failed, 0)
    total.passed += counts.reduce((sum, count) => sum + count.passed, 0)
    total.failed += failed === 0 && exitCode !== 0 ? 1 : failed
  }
  return total
}
