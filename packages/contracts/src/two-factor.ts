import { z } from 'zod'

/** State of the second factor of the one who is signed in. */
export const TwoFactor = z
  .object({
    isEnrolled: z.boolean(),
    enrolledAt: z.iso.datetime().nullable(),
    recoveryCodesLeft: z.number().int(),
  })
  .meta({ id: 'TwoFactor' })
export type TwoFactor = z.infer<typeof TwoFactor>

/** The secret is shown once, to the one who enrols; nothing counts until a code confirms it. */
export const TwoFactorEnrolment = z
  .object({
    /** Base32, for typing. */
    secret: z.string(),
    /** `otpauth://totp/...`, for a QR code. */
    uri: z.string(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'TwoFactorEnrolment' })
export type TwoFactorEnrolment = z.infer<typeof TwoFactorEnrolment>

/** Starting, ending and renewing ask for the password again. */
export const PasswordProof = z
  .object({ password: z.string().min(1).max(200) })
  .strict()
  .meta({ id: 'PasswordProof' })
export type PasswordProof = z.infer<typeof PasswordProof>

export const ConfirmTwoFactor = z
  .object({ code: z.string().regex(/^\d{6}$/) })
  .strict()
  .meta({ id: 'ConfirmTwoFactor' })
export type ConfirmTwoFactor = z.infer<typeof ConfirmTwoFactor>

/** Shown once; stored hashed. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>
