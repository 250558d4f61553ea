import { z } from 'zod'
import { ApprovalState } from '../approvals.ts'
import { LocalizedText, SecurityLevel } from '../levels.ts'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { Instant } from './parameters.ts'

/** What the one who asked may follow of a request: never a secret, never another person's request. */
export const MyRequest = z.object({
  approvalId: z.string(),
  toolName: z.string(),
  sentence: LocalizedText,
  securityLevel: SecurityLevel,
  state: ApprovalState,
  approvals: z.number().int(),
  requiredApprovals: z.number().int(),
  createdAt: Instant,
  expiresAt: Instant,
  deferredUntil: Instant.nullable(),
  /** Why it was refused. */
  refusalReason: z.string().nullable(),
  outcome: LocalizedText.nullable(),
  grantId: z.string().nullable(),
  undoOf: z.string().nullable(),
  /** Where a person decides. */
  url: z.string(),
})
export type MyRequest = z.infer<typeof MyRequest>

export const safeguardListMyRequests = defineDescriptor({
  name: 'safeguard_list_my_requests',
  version: '1',
  system: 'safeguard',
  level: 'L0',
  titles: { fr: 'Suivre mes demandes', en: 'Follow my requests' },
  description:
    'Lists the newest requests for approval that the caller made, with their state and outcome. It decides nothing: only people decide, in SAFEGUARD.',
  input: z
    .object({
      onlyOpen: z.boolean().default(false).describe('Only requests that have not ended'),
      limit: z.number().int().min(1).max(50).default(10),
    })
    .strict(),
  output: z.object({ requests: z.array(MyRequest) }),
  annotations: { ...readHints, openWorldHint: false },
  describe: () => ({ fr: 'Liste de mes demandes d’approbation', en: 'Listing my requests for approval' }),
})
