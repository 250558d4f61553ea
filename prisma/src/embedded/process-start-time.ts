import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * A text that tells one process from a later one with the same id: its start time as the system gives it.
 * Undefined when the process does not exist or the system (Windows) does not tell.
 */
export async function processStartTime(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined
  if (process.platform === 'linux') return linuxStartTime(pid)
  const listing = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined)
  return listing?.stdout.trim() || undefined
}

// Field 22 of /proc/PID/stat (proc(5)); the command name before it may hold spaces and parentheses.
async function linuxStartTime(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return stat
    ?.slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .at(19)
}
