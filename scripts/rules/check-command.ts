import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Check } from './check.ts'

/** A check that runs a tool of the repository; what it printed is the problem when it fails. */
export function checkCommand(tool: string, ...args: string[]): Check {
  return {
    name: [tool, ...args].join(' '),
    run: async ({ root }) => {
      const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const exit = new Promise<number | null>((resolve, reject) => {
        child.once('error', reject)
        child.once('close', resolve)
      })
      const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
      return { problems: code === 0 ? [] : [`${stdout}${stderr}`.trim() || `exited with code ${code}`] }
    },
  }
}
