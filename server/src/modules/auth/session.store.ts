import { randomUUID } from 'node:crypto'
import { type Locale, User } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'
import type { RequestSession } from '../../http/session-on-request.ts'

export interface Account {
  user: User
  passwordHash: string
  isActive: boolean
}

type UserRow = NonNullable<Awaited<ReturnType<Db['user']['findUnique']>>>

function presentUser(row: UserRow): User {
  return User.parse(row)
}

export async function findAccount(db: Db, login: string): Promise<Account | null> {
  const row = await db.user.findUnique({ where: { login: login.toLowerCase() } })
  return row && { user: presentUser(row), passwordHash: row.passwordHash, isActive: row.isActive }
}

export async function insertSession(
  tx: Tx,
  session: { userId: string; now: Date; expiresAt: Date },
): Promise<string> {
  const { userId, now, expiresAt } = session
  const row = await tx.session.create({ data: { id: randomUUID(), userId, createdAt: now, expiresAt } })
  return row.id
}

/** A session, and its user as `User` reads them. */
interface LiveSessionRow {
  expiresAt: Date
  revokedAt: Date | null
  isActive: boolean
  totpEnabledAt: Date | null
}

/** The live session with its user as they are now: a revoked session or a deactivated user gives null. */
export async function findLiveSession(
  db: Db,
  key: { sessionId: string; userId: string; now: Date },
): Promise<RequestSession | null> {
  const [row] = await db.$queryRaw<LiveSessionRow[]>`
    SELECT s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt", u.is_active AS "isActive",
      u.totp_enabled_at AS "totpEnabledAt", u.id, u.login, u.display_name AS "displayName", u.email, u.accreditation,
      u.locale
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${key.sessionId}::uuid AND u.id = ${key.userId}::uuid`
  if (!row || row.revokedAt || row.expiresAt <= key.now || !row.isActive) return null
  const stepUp = row.totpEnabledAt ? 'totp' : 'password'
  return { id: key.sessionId, expiresAt: row.expiresAt, user: User.parse(row), stepUp }
}

/** Those of these sessions that are still live, by their ids, each with its user as they are now. */
export async function findLiveUsers(db: Db, of: { ids: string[]; now: Date }): Promise<Map<string, User>> {
  const rows = await db.session.findMany({
    where: { id: { in: of.ids }, revokedAt: null, expiresAt: { gt: of.now }, user: { isActive: true } },
    select: { id: true, user: true },
  })
  return new Map(rows.map(({ id, user }) => [id, presentUser(user)]))
}

export async function revokeSession(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } })
}

export async function findPasswordHash(db: Db, userId: string): Promise<string> {
  const row = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } })
  return row.passwordHash
}

export async function saveLocale(tx: Tx, userId: string, locale: Locale): Promise<User> {
  return presentUser(await tx.user.update({ where: { id: userId }, data: { locale } }))
}

export async function listDemoAccounts(db: Db): Promise<User[]> {
  const rows = await db.user.findMany({
    where: { isDemo: true, isActive: true },
    orderBy: { accreditation: 'asc' },
  })
  return rows.map(presentUser)
}
