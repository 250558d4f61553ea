import { type Approval, hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../lib/session.ts'
import { pendingQuery } from './queries.ts'

const none: Approval[] = []
const toDecide = (approvals: Approval[]) =>
  approvals.filter((approval) => approval.you.canDecide && approval.deferredUntil === null)

/** Requests that the reader may decide now; nothing for a person who may not read SAFEGUARD. */
export function useToDecide(): Approval[] {
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  const mayRead = me !== undefined && hasAccreditation(me.user.accreditation, 'N1')
  const { data } = useQuery({ ...pendingQuery, enabled: mayRead, select: (page) => toDecide(page.items) })
  return data ?? none
}
