import { createLogger, systemClock } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { startIngestion } from '../src/index.ts'

// A process that ingests a folder and may be killed at any moment: node ingesting-child.ts <database url> <folder>
const [url = '', dir = ''] = process.argv.slice(2)
const db = createDb({ url })
const log = createLogger({ name: 'child', level: 'silent' })
const { runId, finished } = await startIngestion({ db, log, clock: systemClock, dir }, { trigger: 'manual' })
console.log(runId)
await finished
await db.$disconnect()
