import { createRandom } from '../../data/random.ts'
import { draftNewTicket } from '../../glpi/seed/ticket-draft.ts'
import type { Scenario } from '../stage.ts'
import { mixedRequests } from './mixed-requests.ts'
import { addDraft, writeRequest } from './write-request.ts'

const count = 50
const seed = 50

/** Fifty people write at once: what is known to be delicate, and everyday requests around it; the same each time. */
export const writeBatch: Scenario = async (stage) => {
  const random = createRandom(seed)
  const now = stage.clock().getTime()
  const told = mixedRequests.map((request) => writeRequest(stage, request))
  const drafted = Array.from({ length: count - told.length }, () =>
    addDraft(stage, draftNewTicket({ equipment: stage.equipment, now, random })),
  )
  const ids = [...told, ...drafted]
  return `${ids.length} tickets: ${Math.min(...ids)} to ${Math.max(...ids)}`
}

/** Somebody writes about an everyday matter. */
export const writeTicketNow: Scenario = async (stage) => {
  const now = stage.clock().getTime()
  const draft = draftNewTicket({ equipment: stage.equipment, now, random: createRandom(now) })
  return `Ticket ${addDraft(stage, draft)}: ${draft.title} (${draft.requester.client.name})`
}
