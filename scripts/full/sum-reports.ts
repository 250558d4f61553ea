import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Counts, readReport, sumCounts } from './reports.ts'

export interface Phase {
  name: string
  exitCode: number
}

/**
 * Sums the reports in a folder, named `<phase>-<run>.json`. A phase that failed without a failed test in its
 * reports (a check, a program that did not start) counts as one failure.
 */
export function sumReports(folder: string, phases: readonly Phase[]): Counts {
  return sumCounts(phases.map((phase) => phaseCounts(folder, phase)))
}

function phaseCounts(folder: string, { name, exitCode }: Phase): Counts {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.json'))
  const counts = sumCounts(files.flatMap((file) => readReport(join(folder, file)) ?? []))
  return counts.failed === 0 && exitCode !== 0 ? { ...counts, failed: 1 } : counts
}
