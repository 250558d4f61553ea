import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './folders.ts'
import { MissingPackagesError } from './packages.ts'
import { type RealComponents, startRealComponents } from './real-components.ts'
import { sumCounts } from './reports.ts'
import { type Outcome, runSuite } from './run-suite.ts'
import { fullSuites } from './suites.ts'

process.exitCode = await main()

/** Runs the full test mode, leaves its counts in $HUB_REPORT_DIR if set, and answers the exit code. */
async function main(): Promise<number> {
  const components = await start()
  if (components === undefined) return 1
  const outcomes: Outcome[] = []
  try {
    for (const suite of fullSuites(await temporaryFolder('reports'))) {
      console.log(`\ntest:full: ${suite.name}`)
      outcomes.push(await runSuite(suite, components.env))
    }
  } finally {
    await components.close()
  }
  printSummary(outcomes)
  const total = sumCounts(outcomes)
  if (process.env.HUB_REPORT_DIR) {
    writeFileSync(join(process.env.HUB_REPORT_DIR, 'full-total.json'), JSON.stringify(total))
  }
  return total.failed === 0 ? 0 : 1
}

async function start(): Promise<RealComponents | undefined> {
  const begin = performance.now()
  try {
    const components = await startRealComponents()
    console.log(`test:full: PostgreSQL, Redis and Samba started in ${seconds(performance.now() - begin)}`)
    return components
  } catch (error) {
    const isOneLine = error instanceof MissingPackagesError
    console.error('test:full:', isOneLine ? error.message : error)
    return undefined
  }
}

function printSummary(outcomes: readonly Outcome[]): void {
  console.log('\ntest:full summary')
  for (const outcome of outcomes) {
    const { name, passed, failed, skipped, durationMs, problem } = outcome
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`
    const state = failed === 0 ? 'ok    ' : 'FAILED'
    console.log(
      `  ${state}  ${name.padEnd(28)} ${counts}  ${seconds(durationMs)}  ${problem ?? ''}`.trimEnd(),
    )
  }
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`
}
