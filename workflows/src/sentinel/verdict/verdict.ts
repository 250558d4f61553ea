import { z } from 'zod'

/** Whose fault it is: the provider, the client's site, us, or not known. */
export const verdicts = ['FAI', 'LOCAL', 'WIDIP', 'INDETERMINE'] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>
