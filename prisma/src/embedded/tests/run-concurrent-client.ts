import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface ConcurrentResult {
  asked: number
  wrong: number
  failed: number
}

const script = fileURLToPath(new URL('./concurrent-client.ts', import.meta.url))

/** Runs the concurrent client in a process of its own: inside one process the timing hides mix-ups. */
export async function runConcurrentClient(
  url: string,
  load: { queries: number; bytes: number },
): Promise<ConcurrentResult> {
  const args = [script, url, String(load.queries), String(load.bytes)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 })
  return JSON.parse(stdout)
}
