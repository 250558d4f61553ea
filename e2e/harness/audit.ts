import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { HubProcess } from './hub-process.ts'
import { root } from './root.ts'

/** What `npm run audit:verify` says about the audit of a running Hub. Throws when it fails. */
export async function verifyAudit(hub: HubProcess): Promise<string> {
  const env = { ...process.env, HUB_DATA_DIR: hub.dataDir }
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'audit:verify'], { cwd: root, env })
  return stdout
}
