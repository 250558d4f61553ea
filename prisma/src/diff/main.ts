import { fileURLToPath } from 'node:url'
import { migrationsDir } from '../migrations-dir.ts'
import { schemaDifference } from './schema-difference.ts'

// npm run db:diff: prints the next migration, for a developer to review and save.
const schemaPath = fileURLToPath(new URL('../../schema.prisma', import.meta.url))
const difference = await schemaDifference({ schemaPath, dir: migrationsDir })
console.log(difference === '' ? '-- The migrations and schema.prisma say the same.' : difference)
process.exitCode = difference === '' ? 0 : 2
