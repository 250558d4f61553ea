import type { Check, CheckResult, Repository } from './check.ts'

/** Runs checks one after the other, prints a line for each, and answers the names of those that failed. */
export async function runChecks(checks: readonly Check[], repository: Repository): Promise<string[]> {
  const failed: string[] = []
  for (const check of checks) {
    const start = performance.now()
    const { problems, note } = await check.run(repository).catch(asProblem)
    const ms = Math.round(performance.now() - start)
    const isOk = problems.length === 0
    console.log(
      [check.name.padEnd(18), isOk ? 'ok    ' : 'FAILED', `${ms} ms`.padStart(8), note ?? '']
        .join('  ')
        .trimEnd(),
    )
    if (isOk) continue
    failed.push(check.name)
    console.log(problems.map((problem) => problem.replace(/^/gm, '  ')).join('\n'))
  }
  return failed
}

/** A check that cannot run has failed; the others still run. */
function asProblem(error: unknown): CheckResult {
  return { problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
}
