import { resolve } from 'node:path'
import { restoreEmbedded } from '@hub/prisma/embedded'
import { runCommand } from './command.ts'
import { databaseDir } from './data-dir.ts'

/** `npm run restore -- <file>`: puts a backup in place; the Hub must not be running. */
await runCommand(async () => {
  const source = process.argv[2]
  if (!source) throw new Error('Usage: npm run restore -- <file>')
  await restoreEmbedded({ dataDir: databaseDir(), source: resolve(source) })
  return 'Restored. The data that was there before is kept beside it.'
})
