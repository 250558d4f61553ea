import { safeguardListMyRequests } from '@hub/contracts'
import { findOwnRequests } from '@hub/safeguard'
import { defineReadTool } from '../../../tools/define-tool.ts'
import { presentRequest } from '../present-request.ts'
import type { RequestDesk } from '../request-desk.ts'

/** `safeguard_list_my_requests`: what became of what the caller asked for. */
export function listMyRequestsTool(desk: RequestDesk) {
  return defineReadTool({
    descriptor: safeguardListMyRequests,
    async run({ onlyOpen, limit }, { callerKey }) {
      const rows =
        callerKey === undefined
          ? []
          : await findOwnRequests(desk, { requesterKey: callerKey, onlyOpen, limit })
      const requests = rows.map((row) => presentRequest(row, desk.publicUrl))
      const count = requests.length
      return {
        data: { requests },
        summary: {
          fr: count === 0 ? 'Aucune demande.' : `${count} demande${count > 1 ? 's' : ''}.`,
          en: count === 0 ? 'No request.' : `${count} request${count > 1 ? 's' : ''}.`,
        },
      }
    },
  })
}
