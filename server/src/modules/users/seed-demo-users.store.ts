import { ConfigError } from '@hub/kernel'
import { createDb, type Db } from '@hub/prisma'
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
    // Together or not at all: no account may stay on an older password.
    await db.$transaction(
      demoUsers.map((user) =>
        db.user.upsert({
          where: { login: user.login },
          create: { ...user, passwordHash, isDemo: true, email: `${user.login}@widip.example` },
          update: { passwordHash },
        }),
      ),
    )
  } finally {
    await hasher.close()
    await db.$disconnect()
  }
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
