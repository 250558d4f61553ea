import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedRuns } from './seed-runs.ts'
import { test as base } from './test.ts'

/** Test with a Hub in whose database runs of every kind have been played before it started. */
export const test = base.extend<object, { runsDir: string }>({
  runsDir: [
    async ({ browserName: _ }, use) => {
      const dir = await mkdtemp(join(tmpdir(), 'hub-e2e-runs-'))
      await seedRuns(dir)
      await use(dir)
      await rm(dir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // One browser looks at every screen in a few seconds: more requests than a person makes in a minute.
  hubEnv: [
    ({ runsDir }, use) => use({ HUB_DATA_DIR: runsDir, RATE_LIMIT_PER_MINUTE: '10000' }),
    { scope: 'worker' },
  ],
})
