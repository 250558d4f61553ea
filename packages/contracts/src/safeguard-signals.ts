import { z } from 'zod'
import { Accreditation } from './levels.ts'

/** How one person decided in a period; a very short median or many unseen previews hint at rubber-stamping. */
export const ApproverSignals = z.object({
  userId: z.string(),
  displayName: z.string(),
  accreditation: Accreditation,
  approved: z.number().int(),
  rejected: z.number().int(),
  /** Seconds from opening the request to the decision; null when never opened. */
  medianSeconds: z.number().nullable(),
  /** Share (0 to 1) of decisions taken without having the whole preview on the screen. */
  unseenShare: z.number().min(0).max(1),
  /** Enough decisions, quick and unseen: worth a talk. */
  isSuspicious: z.boolean(),
})
export type ApproverSignals = z.infer<typeof ApproverSignals>

/** SAFEGUARD over a period (DESIGN section 11). */
export const SafeguardSignals = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    requested: z.number().int(),
    byState: z.record(z.string(), z.number().int()),
    byLevel: z.record(z.string(), z.number().int()),
    byTool: z.array(z.object({ toolName: z.string(), count: z.number().int() })),
    medianDecisionSeconds: z.number().nullable(),
    p90DecisionSeconds: z.number().nullable(),
    expiredShare: z.number().min(0).max(1),
    breakGlass: z.object({ used: z.number().int(), unreviewed: z.number().int() }),
    grantUses: z.number().int(),
    approvers: z.array(ApproverSignals),
  })
  .meta({ id: 'SafeguardSignals' })
export type SafeguardSignals = z.infer<typeof SafeguardSignals>
