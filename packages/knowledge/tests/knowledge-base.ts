import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Clock, createLogger, type Logger, systemClock } from '@hub/kernel'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { ingestDocuments } from '../src/index.ts'

/** A knowledge base of one test file, with a folder of documents. */
export interface KnowledgeBase {
  url: string
  db: Db
  dir: string
  log: Logger
  clock: Clock
  write(file: string, content: string | Uint8Array): Promise<void>
  ingest(): ReturnType<typeof ingestDocuments>
  close(): Promise<void>
}

export async function openKnowledgeBase(): Promise<KnowledgeBase> {
  const database = await createTestDatabase()
  const db = createDb({ url: database.url })
  const dir = await mkdtemp(path.join(os.tmpdir(), 'hub-knowledge-'))
  const log = createLogger({ name: 'test', level: 'silent' })
  return {
    url: database.url,
    db,
    dir,
    log,
    clock: systemClock,
    async write(file, content) {
      await mkdir(path.dirname(path.join(dir, file)), { recursive: true })
      await writeFile(path.join(dir, file), content)
    },
    ingest: () => ingestDocuments({ db, log, clock: systemClock }, dir),
    async close() {
      await db.$disconnect()
      await database.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Text of a document with front matter; `more` adds lines to the block. */
export function documentText(title: string, body: string, more = ''): string {
  return `---\ntitle: ${JSON.stringify(title)}\nkind: procedure\nupdated: 2026-05-01\n${more}---\n${body}\n`
}
