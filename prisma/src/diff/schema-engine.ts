import type { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { openPglite } from '../embedded/open-pglite.ts'

/** Prisma's schema engine, which computes differences, with an empty in-memory database for each connection. */
export async function openSchemaEngine(schema: {
  path: string
  content: string
}): Promise<{ engine: SchemaEngine; close(): Promise<void> }> {
  const databases: PGlite[] = []
  // Not the adapter of the product: that one cuts scripts at semicolons inside function bodies.
  const connect = async () => {
    const database = await openPglite({})
    databases.push(database)
    return new PrismaPGlite(asAdapterInput(database)).connect()
  }
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'pglite-prisma-adapter',
    connect,
    connectToShadowDb: connect,
  })
  const ignoreLog = () => undefined
  const engine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, ignoreLog, adapter)
  const close = async () => {
    for (const database of databases) if (!database.closed) await database.close()
  }
  return { engine, close }
}

// The adapter's types come from another copy of the same library.
function asAdapterInput(database: PGlite) {
  return database as unknown as ConstructorParameters<typeof PrismaPGlite>[0]
}
