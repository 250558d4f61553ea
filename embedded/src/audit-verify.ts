import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createDb } from '@hub/prisma'
import { backupEmbedded, startEmbeddedDatabase } from '@hub/prisma/embedded'
import { type AuditVerdict, type ChainEnd, verifyAudit, verifyExport } from '@hub/safeguard'
import { runCommand } from './command.ts'
import { databaseDir } from './data-dir.ts'

/** A copy of the embedded database, taken whether or not the Hub runs. */
async function openCopy() {
  const file = join(tmpdir(), `hub-audit-${randomUUID()}.tar.gz`)
  try {
    await backupEmbedded({ dataDir: databaseDir(), target: file })
    return await startEmbeddedDatabase({ loadFrom: file })
  } finally {
    await rm(file, { force: true })
  }
}

/** An end that was noted earlier, as this command prints it: `<rows>:<hash>`. */
function readKnown(text: string): ChainEnd | undefined {
  const [, seq, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text) ?? []
  return seq === undefined || hash === undefined ? undefined : { seq: BigInt(seq), hash }
}

/**
 * `npm run audit:verify [-- <rows>:<hash>]`: recomputes the audit chain of DATABASE_URL, else of the embedded database.
 */
async function verifyDatabase(known?: ChainEnd): Promise<AuditVerdict> {
  const { DATABASE_URL: url } = process.env
  const database = url ? { url, close: async () => undefined } : await openCopy()
  const db = createDb({ url: database.url, poolSize: 1 })
  try {
    return await verifyAudit(db, known)
  } finally {
    await db.$disconnect()
    await database.close()
  }
}

/** `npm run audit:verify -- <export> [<hash of its end, or rows:hash of an earlier one>]`: the same on a file. */
function verifyFile(file: string, knownHead: string | undefined): Promise<AuditVerdict> {
  return verifyExport(
    createInterface({ input: createReadStream(file, 'utf8') }),
    knownHead && (readKnown(knownHead) ?? knownHead),
  )
}

await runCommand(async () => {
  const [file, knownHead] = process.argv.slice(2)
  const known = file === undefined ? undefined : readKnown(file)
  const verdict =
    file === undefined || known ? await verifyDatabase(known) : await verifyFile(file, knownHead)
  if (verdict.isIntact)
    return `Audit chain intact: ${verdict.rows} rows, head ${verdict.head} (note ${verdict.rows}:${verdict.head})`
  const { rows, brokenSeq, problem } = verdict
  throw new Error(`Audit chain BROKEN at row ${brokenSeq}: ${problem} (${rows} rows before it are intact)`)
})
