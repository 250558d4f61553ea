import type { Change } from '@hub/safeguard'
import { recoveryCodeHash } from './recovery-codes.ts'
import { openTotp } from './sealed-secret.ts'
import { keepLastStep, type SecondFactor, takeRecoveryCode } from './second-factor.store.ts'
import { stepOfCode } from './totp.ts'

export interface CodeProof {
  method: 'totp' | 'recovery'
  code: string
  /** HUB_ENCRYPTION_KEY. */
  key: string
}

/**
 * Uses up a code of a locked second factor: a time step, and any before it, never counts again.
 * @returns whether the code counted
 */
export async function useCode(change: Change, factor: SecondFactor, proof: CodeProof): Promise<boolean> {
  const { userId, sealed, lastStep } = factor
  if (proof.method === 'recovery')
    return takeRecoveryCode(change.tx, { userId, hash: recoveryCodeHash(proof.code), at: change.now })
  if (!sealed) return false
  const { secret } = openTotp({ key: proof.key, userId }, sealed)
  const step = stepOfCode(secret, proof.code, change.now)
  if (step === null || step <= lastStep) return false
  await keepLastStep(change.tx, userId, step)
  return true
}
