import { spawnSync } from 'node:child_process'
import { root } from './root.ts'

/** Before the first test: builds the web app and the database client, as `npm start` does. */
export default function prepare(): void {
  const { status } = spawnSync(process.execPath, ['scripts/prepare.ts'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('scripts/prepare.ts failed')
}
