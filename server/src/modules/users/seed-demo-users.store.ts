import { ConfigError } from '@hub/kernel'
import { createDb, type Db, type Tx } from '@hub/prisma'
import { appendAudit } from '@hub/safeguard'
import { createPasswordHasher } from '../auth/index.ts'

/** The demo accounts, one or two per accreditation (DESIGN section 10). */
const demoUsers = [
  { login: 'lecture', displayName: 'Léa Lecture', accreditation: 'N0' },
  { login: 'mmartin', displayName: 'Manon Martin', accreditation: 'N1' },
  { login: 'jdupont', displayName: 'Julien Dupont', accreditation: 'N2' },
  { login: 'slegrand', displayName: 'Sophie Legrand', accreditation: 'N2' },
  { login: 'abenali', displayName: 'Amine Benali', accreditation: 'N3' },
  { login: 'pmoreau', displayName: 'Pierre Moreau', accreditation: 'N3' },
  { login: 'khora', displayName: 'Karim Hora', accreditation: 'N4' },
]

/** Creates the demo accounts, or gives them the password of this start. */
export async function seedDemoUsers(url: string, password: string): Promise<void> {
  const db = createDb({ url, poolSize: 1 })
  const hasher = createPasswordHasher()
  try {
    const known = await db.user.findFirst({ where: { isDemo: true } })
    if (known && (await hasher.compare(password, known.passwordHash))) return
    const passwordHash = await hasher.hash(password)
    const at = new Date()
    // Together or not at all: no account may stay on an older password.
    await db.$transaction(async (tx) => {
      for (const user of demoUsers) await seedOne(tx, { ...user, passwordHash }, at)
    })
  } finally {
    await hasher.close()
    await db.$disconnect()
  }
}

async function seedOne(tx: Tx, user: (typeof demoUsers)[number] & { passwordHash: string }, at: Date) {
  const { login, accreditation, passwordHash } = user
  const known = await tx.user.findUnique({ where: { login }, select: { id: true } })
  const { id } = await tx.user.upsert({
    where: { login },
    create: { ...user, isDemo: true, email: `${login}@widip.example` },
    update: { passwordHash },
  })
  await appendAudit(tx, {
    actor: { type: 'system', name: 'demo-seed' },
    action: known ? 'user.password' : 'user.create',
    subjectType: 'user',
    subjectId: id,
    details: known ? { login } : { login, accreditation },
    at,
  })
}

/**
 * Demo accounts have a known password: they may exist on a demo machine only.
 * @throws ConfigError when one is active
 */
export async function refuseDemoUsers(db: Db): Promise<void> {
  const count = await db.user.count({ where: { isDemo: true, isActive: true } })
  if (count > 0)
    throw new ConfigError(
      `configuration: HUB_MODE=full, but the database holds ${count} active demo accounts; deactivate them or use another database`,
    )
}
