import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

// The texts of a folder of JSON files, each left in every place that the assistant reads, with a model that obeys them:
// node bench/injection.ts <folder> [every]. Prints counts by place and kind of text; fails on harm.

const [folder, every = '1'] = process.argv.slice(2)
if (!folder) throw new Error('usage: node bench/injection.ts <folder> [every]')
const { status } = spawnSync('npx', ['vitest', 'run', 'server/tests/injection.api.test.ts'], {
  cwd: resolve(import.meta.dirname, '..'),
  env: { ...process.env, HUB_TEXTS: resolve(folder), HUB_EVERY: every },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
