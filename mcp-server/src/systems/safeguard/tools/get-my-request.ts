import { NotFoundError, safeguardGetMyRequest } from '@hub/contracts'
import { findOwnRequest } from '@hub/safeguard'
import { defineReadTool } from '../../../tools/define-tool.ts'
import { presentRequest } from '../present-request.ts'
import type { RequestDesk } from '../request-desk.ts'

/** `safeguard_get_my_request`: one request of the caller. Somebody else's does not exist here. */
export function getMyRequestTool(desk: RequestDesk) {
  return defineReadTool({
    descriptor: safeguardGetMyRequest,
    async run({ requestId }, { callerKey }) {
      const row =
        callerKey === undefined
          ? null
          : await findOwnRequest(desk, { requesterKey: callerKey, approvalId: requestId })
      if (!row)
        throw new NotFoundError(`You made no request ${requestId}`, {
          reason: 'approval.not_yours',
          params: { id: requestId },
        })
      return {
        data: { request: presentRequest(row, desk.publicUrl) },
        summary: {
          fr: `Demande ${row.id} : ${stateNames[row.state] ?? row.state}.`,
          en: `Request ${row.id}: ${row.state}.`,
        },
      }
    },
  })
}

const stateNames: Record<string, string> = {
  pending: 'en attente',
  approved: 'approuvée',
  rejected: 'refusée',
  expired: 'expirée',
  cancelled: 'annulée',
  executing: 'en cours d’exécution',
  executed: 'exécutée',
  failed: 'non aboutie',
  unknown: 'issue inconnue',
}
