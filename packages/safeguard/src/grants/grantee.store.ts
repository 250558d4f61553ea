import { Accreditation, hasAccreditation } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'

/** The accreditation that an active person holds now; null for anybody else. */
export async function heldAccreditation(db: Db | Tx, userId: string): Promise<Accreditation | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { isActive: true, accreditation: true },
  })
  return user?.isActive ? Accreditation.parse(user.accreditation) : null
}

/** Name of the person or workflow that a grant would answer; null when nobody of that name can ask for anything. */
export async function requesterName(tx: Tx, requester: string): Promise<string | null> {
  const [kind, name = ''] = requester.split(':')
  if (kind === 'workflow') return name
  const user = await tx.user.findUnique({ where: { id: name } })
  if (!user?.isActive || !hasAccreditation(Accreditation.parse(user.accreditation), 'N1')) return null
  return user.displayName
}
