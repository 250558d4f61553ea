import { Accreditation } from '@hub/contracts'
import type { Db } from '@hub/prisma'

/** The person whose API key it is. */
export interface KeyOwner {
  userId: string
  displayName: string
  accreditation: Accreditation
}

/** The active person of that login; null when there is none. */
export async function findKeyOwner(db: Db, login: string): Promise<KeyOwner | null> {
  const user = await db.user.findUnique({ where: { login: login.toLowerCase() } })
  if (!user?.isActive) return null
  const { id: userId, displayName } = user
  return { userId, displayName, accreditation: Accreditation.parse(user.accreditation) }
}
