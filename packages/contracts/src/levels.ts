import { z } from 'zod'

/** Locales of the interface; the first is the default. */
export const locales = ['fr', 'en'] as const
export const Locale = z.enum(locales)
export type Locale = z.infer<typeof Locale>

/** One sentence in every locale. */
export const LocalizedText = z.object({ fr: z.string(), en: z.string() })
export type LocalizedText = z.infer<typeof LocalizedText>

/** Risk of a tool call (DESIGN section 4). */
export const securityLevels = ['L0', 'L1', 'L2', 'L3', 'L4'] as const
export const SecurityLevel = z.enum(securityLevels)
export type SecurityLevel = z.infer<typeof SecurityLevel>

/** What a person may do (DESIGN section 4). */
export const accreditations = ['N0', 'N1', 'N2', 'N3', 'N4'] as const
export const Accreditation = z.enum(accreditations)
export type Accreditation = z.infer<typeof Accreditation>

/** Least accreditation to run (L0-L2) or to ask for (L3, L4) a call. */
export const neededToCall: Record<SecurityLevel, Accreditation> = {
  L0: 'N1',
  L1: 'N1',
  L2: 'N2',
  L3: 'N1',
  L4: 'N1',
}

/** True when `level` is `floor` or riskier. */
export function isAtLeastLevel(level: SecurityLevel, floor: SecurityLevel): boolean {
  return securityLevels.indexOf(level) >= securityLevels.indexOf(floor)
}

/** The riskier of two levels: a level can only be raised. */
export function higherLevel(a: SecurityLevel, b: SecurityLevel): SecurityLevel {
  return isAtLeastLevel(a, b) ? a : b
}

/** True when a person of accreditation `held` has the rights of `needed`. */
export function hasAccreditation(held: Accreditation, needed: Accreditation): boolean {
  return accreditations.indexOf(held) >= accreditations.indexOf(needed)
}
