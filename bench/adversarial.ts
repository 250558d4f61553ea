import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

// The attacker of the conformance suite with the texts of a folder of JSON files, for long:
// node bench/adversarial.ts <folder> [steps]. The seed is printed; HUB_SEED gives it.

const [folder, steps = '100000'] = process.argv.slice(2)
if (!folder) throw new Error('usage: node bench/adversarial.ts <folder> [steps]')
const { status } = spawnSync('npx', ['vitest', 'run', 'server/tests/conformance/adversarial.test.ts'], {
  cwd: resolve(import.meta.dirname, '..'),
  env: { ...process.env, HUB_TEXTS: resolve(folder), HUB_STEPS: steps },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
