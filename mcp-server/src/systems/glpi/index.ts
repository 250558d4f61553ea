import type { Tool } from '../../tools/define-tool.ts'
import type { GlpiClient } from './domain/client.ts'
import { addFollowupTool } from './tools/add-followup.ts'
import { closeTicketTool } from './tools/close-ticket.ts'
import { getTicketDetailsTool } from './tools/get-ticket-details.ts'
import { searchClientTool } from './tools/search-client.ts'

export { createGlpiClient } from './client/create-client.ts'
export type { GlpiClient } from './domain/client.ts'
export { type ClientContacts, findContacts } from './find-contacts.ts'
export { openGlpi } from './open-glpi.ts'
export { readTicket } from './read-ticket.ts'
export { createGlpiV2Client } from './v2/create-v2-client.ts'

/** The tools of GLPI on one client. */
export function createGlpiTools(glpi: GlpiClient): Tool[] {
  return [searchClientTool(glpi), getTicketDetailsTool(glpi), addFollowupTool(glpi), closeTicketTool(glpi)]
}
