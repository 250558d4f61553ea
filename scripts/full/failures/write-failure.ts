import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

const longestReason = 600

/** Notes a failure in $HUB_REPORT_DIR/failures.txt, which `.ci/run` prints last; nothing is noted without the folder. */
export function writeFailure(where: string, reason: string): void {
  const folder = process.env.HUB_REPORT_DIR
  if (!folder) return
  const lines = reason.slice(0, longestReason).trim().replaceAll('\n', '\n    ')
  appendFileSync(join(folder, 'failures.txt'), `FAILED ${where}\n    ${lines}\n`)
}
