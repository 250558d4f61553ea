import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { vector } from '@electric-sql/pglite-pgvector'

export interface PgliteSource {
  /** Folder of the database; in memory without one. */
  dataDir?: string | undefined
  /** A dump to start from (bytes or file); the folder must then hold no database yet. */
  loadFrom?: Uint8Array | string | undefined
}

/** Opens PGlite with the extensions of the Hub. The folder must be locked by the caller: PGlite has no lock itself. */
export async function openPglite({ dataDir, loadFrom }: PgliteSource): Promise<PGlite> {
  const loadDataDir = loadFrom === undefined ? undefined : await readDump(loadFrom)
  return PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(loadDataDir === undefined ? {} : { loadDataDir }),
    extensions: { vector, pg_trgm, unaccent, fuzzystrmatch },
    // Default buffers of 128 MB would double the memory of the whole process.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  })
}

// Unpacked here: PGlite's own gunzip turns a damaged file into an unhandled rejection.
async function readDump(source: Uint8Array | string): Promise<Blob> {
  const bytes = typeof source === 'string' ? await readFile(source) : Buffer.from(source)
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const tar = isGzip ? await promisify(gunzip)(bytes) : bytes
  return new Blob([new Uint8Array(tar)], { type: 'application/x-tar' })
}
