import type { Db, Tx } from '@hub/prisma'

/** What the database knows of a person's second factor. */
export interface SecondFactor {
  userId: string
  /** Sealed; counts once `enabledAt` is set. */
  sealed: Uint8Array | null
  enabledAt: Date | null
  /** Newest time step that was used. */
  lastStep: number
}

export async function readSecondFactor(db: Db | Tx, userId: string): Promise<SecondFactor> {
  const row = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { totpSecret: true, totpEnabledAt: true, totpLastStep: true },
  })
  return {
    userId,
    sealed: row.totpSecret,
    enabledAt: row.totpEnabledAt,
    lastStep: Number(row.totpLastStep ?? 0n),
  }
}

/** Reads it and keeps others from using or changing it until the transaction ends. */
export async function lockSecondFactor(tx: Tx, userId: string): Promise<SecondFactor> {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  return readSecondFactor(tx, userId)
}

/** Keeps a secret that a code has not confirmed yet. */
export async function keepUnconfirmed(tx: Tx, userId: string, sealed: Buffer): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { totpSecret: Uint8Array.from(sealed), totpEnabledAt: null, totpLastStep: null },
  })
}

export async function enableSecondFactor(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { totpEnabledAt: at } })
}

export async function keepLastStep(tx: Tx, userId: string, step: number): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { totpLastStep: BigInt(step) } })
}

/** Forgets the secret and the recovery codes. */
export async function eraseSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null },
  })
  await tx.recoveryCode.deleteMany({ where: { userId } })
}

/** Earlier codes count no more. */
export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: string[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, hash })) })
}

/** @returns whether there was such a code that nobody used */
export async function takeRecoveryCode(
  tx: Tx,
  code: { userId: string; hash: string; at: Date },
): Promise<boolean> {
  const { userId, hash, at } = code
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, hash, usedAt: null },
    data: { usedAt: at },
  })
  return count === 1
}

export async function countRecoveryCodes(db: Db | Tx, userId: string): Promise<number> {
  return db.recoveryCode.count({ where: { userId, usedAt: null } })
}
