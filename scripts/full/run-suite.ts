import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endWithThisProcess, signalGroup } from './component.ts'
import { type Counts, readReport } from './reports.ts'
import type { Suite } from './suites.ts'

const root = join(import.meta.dirname, '..', '..')
const stopGraceMs = 10_000

export interface Outcome extends Counts {
  name: string
  durationMs: number
  /** Why the run failed although no test did, counted as one failure; undefined when that is not so. */
  problem: string | undefined
}

/** Runs one suite with its own time limit, printing what it prints. A failure is an answer, not an error. */
export async function runSuite(suite: Suite, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const start = performance.now()
  const ended = await runToolOrStop(suite, env)
  const counts = readReport(suite.report)
  const problem = findProblem(suite, ended, counts)
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 }
  const durationMs = performance.now() - start
  return { name: suite.name, durationMs, passed, failed: failed + (problem ? 1 : 0), skipped, problem }
}

/** What is wrong with a run whose own tests may all have passed. */
export function findProblem(
  suite: Suite,
  ended: string | undefined,
  counts: Counts | undefined,
): string | undefined {
  if (counts === undefined) return ended ?? 'wrote no report'
  if (counts.failed > 0) return undefined
  if (ended !== undefined) return ended
  if (counts.passed === 0) return 'ran no test'
  if (suite.allowsNoSkips && counts.skipped > 0) return `${counts.skipped} tests were skipped`
  return undefined
}

/** Answers undefined when the tool succeeded, else how it ended. */
async function runToolOrStop(
  { argv, env, limitMs }: Suite,
  shared: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const [tool, ...args] = argv
  const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    env: { ...process.env, ...shared, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  endWithThisProcess(child)
  const timer = new AbortController()
  const ended = new Promise<string | undefined>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      resolve(code === 0 ? undefined : `ended with ${signal ?? `code ${code}`}`),
    )
  })
  const late = sleep(limitMs, 'late' as const, { signal: timer.signal }).catch(() => undefined)
  const first = await Promise.race([ended, late])
  timer.abort()
  if (first !== 'late') return first
  signalGroup(child, 'SIGTERM')
  await Promise.race([ended, sleep(stopGraceMs)])
  signalGroup(child, 'SIGKILL')
  await ended
  return `stopped after ${limitMs / 1_000} s`
}
