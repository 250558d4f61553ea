import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createLogger, runProcess } from '@hub/kernel'
import { startHub } from './start.ts'

if (existsSync('.env')) process.loadEnvFile('.env')
const dataDir = process.env.HUB_DATA_DIR || '.hub'
mkdirSync(dataDir, { recursive: true, mode: 0o700 })
const log = createLogger({
  name: 'hub',
  level: process.env.LOG_LEVEL || 'info',
  file: join(dataDir, 'hub.log'),
})

await runProcess(async () => {
  const hub = await startHub(process.env, log)
  const accounts = 'lecture N0, mmartin N1, jdupont N2, slegrand N2, abenali N3, pmoreau N3, khora N4'
  const password = hub.demoPassword
    ? `password ${hub.demoPassword}`
    : 'with the password set in HUB_DEMO_PASSWORD'
  process.stdout.write(`Hub ready: ${hub.url} - demo accounts ${accounts}, ${password}\n`)
  return hub
})
