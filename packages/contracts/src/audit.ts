import { z } from 'zod'
import { Actor } from './actor.ts'
import { pageOf } from './page.ts'

/** One row of the audit chain. `hash` covers all other fields (RFC 8785, SHA-256), `prevHash` is the row before. */
export const AuditRow = z
  .object({
    seq: z.string(),
    at: z.iso.datetime(),
    actor: Actor,
    actorKey: z.string(),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    details: z.record(z.string(), z.unknown()),
    prevHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditRow' })
export type AuditRow = z.infer<typeof AuditRow>
export const AuditPage = pageOf(AuditRow)
export type AuditPage = z.infer<typeof AuditPage>
