import { z } from 'zod'
import { StepUp } from './approval-commands.ts'
import { pageOf } from './page.ts'

const Person = z.object({ userId: z.string(), displayName: z.string() })

/** "While I am away": `to` may decide in the name of `from` between two instants. */
export const Delegation = z
  .object({
    id: z.string(),
    from: Person,
    to: Person,
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    reason: z.string().nullable(),
    createdAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    state: z.enum(['planned', 'active', 'ended', 'revoked']),
    /** The reader may end it. */
    canRevoke: z.boolean(),
  })
  .meta({ id: 'Delegation' })
export type Delegation = z.infer<typeof Delegation>

/** Newest first; N3 and above see those of everybody, others their own. */
export const Delegations = pageOf(Delegation).meta({ id: 'Delegations' })
export type Delegations = z.infer<typeof Delegations>

/** The one who is signed in delegates; at most 90 days. */
export const CreateDelegation = z
  .object({
    toUserId: z.uuid(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    reason: z.string().trim().min(3).max(500).optional(),
  })
  .strict()
  .meta({ id: 'CreateDelegation' })
export type CreateDelegation = z.infer<typeof CreateDelegation>

/** The same as a person sends it: what they hand over is as much as they may decide, so they prove presence. */
export const DelegateInput = CreateDelegation.extend({ stepUp: StepUp })
  .strict()
  .meta({ id: 'DelegateInput' })
export type DelegateInput = z.infer<typeof DelegateInput>

/** Active people to choose from, by name: to whom the reader may delegate, or whom a grant may answer. */
export const Colleagues = z
  .object({ items: z.array(Person.extend({ accreditation: z.string() })) })
  .meta({ id: 'Colleagues' })
export type Colleagues = z.infer<typeof Colleagues>
