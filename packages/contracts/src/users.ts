import { z } from 'zod'
import { Accreditation, Locale } from './levels.ts'

/** A person of the Hub as the API shows them. */
export const User = z
  .object({
    id: z.string(),
    login: z.string(),
    displayName: z.string(),
    email: z.string().nullable(),
    accreditation: Accreditation,
    locale: Locale,
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof User>

export const LoginInput = z
  .object({
    login: z.string().trim().min(1).max(64),
    /** bcrypt reads 72 bytes: a longer password would be cut without a word. */
    password: z
      .string()
      .min(1)
      .refine((value) => new TextEncoder().encode(value).length <= 72, 'at most 72 bytes'),
  })
  .strict()
  .meta({ id: 'LoginInput' })
export type LoginInput = z.infer<typeof LoginInput>

export const LoginResult = z
  .object({ user: User, token: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'LoginResult' })
export type LoginResult = z.infer<typeof LoginResult>

export const Me = z
  .object({
    user: User,
    expiresAt: z.iso.datetime(),
    /** `embedded` shows the demo notice. */
    mode: z.enum(['embedded', 'full']),
    /** How this person proves presence; who enrolled a second factor uses it, or a recovery code. */
    stepUp: z.enum(['password', 'totp']),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>
