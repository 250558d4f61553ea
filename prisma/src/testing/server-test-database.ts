import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../migrate/migrate.ts'
import { migrationsDir } from '../migrations-dir.ts'
import { migrationsFingerprint } from './migrations-fingerprint.ts'
import type { TestDatabase } from './test-database.ts'

const templateLockKey = 72707370

/** A copy of a migrated template database on a real PostgreSQL server, dropped on close. */
export async function createServerTestDatabase(adminUrl: string): Promise<TestDatabase> {
  return createDatabase(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock($1)', [templateLockKey])
    return ensureTemplate(admin, adminUrl)
  })
}

/** A database without any table on a real PostgreSQL server, dropped on close. */
export async function createEmptyServerDatabase(adminUrl: string): Promise<TestDatabase> {
  return createDatabase(adminUrl, async () => 'template0')
}

async function createDatabase(
  adminUrl: string,
  chooseTemplate: (admin: pg.Client) => Promise<string>,
): Promise<TestDatabase> {
  const name = `hub_test_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${await chooseTemplate(admin)} ENCODING 'UTF8'`)
  })
  return {
    url: withDatabase(adminUrl, name),
    close: () =>
      asAdmin(adminUrl, async (admin) => {
        await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      }),
  }
}

/** Named only once it is complete, so that a killed run leaves no half-migrated template behind. */
async function ensureTemplate(admin: pg.Client, adminUrl: string): Promise<string> {
  const template = `hub_template_${await migrationsFingerprint()}`
  const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template])
  if (found.rowCount === 1) return template
  const draft = `${template}_draft`
  await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
  await admin.query(`CREATE DATABASE ${draft} TEMPLATE template0 ENCODING 'UTF8'`)
  await migrate({ url: withDatabase(adminUrl, draft), dir: migrationsDir })
  await admin.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
  return template
}

async function asAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

function withDatabase(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}
