import { resolve } from 'node:path'
import { backupEmbedded } from '@hub/prisma/embedded'
import { runCommand } from './command.ts'
import { databaseDir } from './data-dir.ts'

/** `npm run backup -- [file]`: copies the database to a file, also while the Hub runs. */
await runCommand(async () => {
  const stamp = new Date().toISOString().replace(/[-:]/g, '').slice(0, 15)
  const target = resolve(process.argv[2] ?? `hub-backup-${stamp}.tar.gz`)
  await backupEmbedded({ dataDir: databaseDir(), target })
  return `Backup written: ${target}`
})
