import type { Tool } from '../../tools/define-tool.ts'
import type { GlpiClient } from './domain/client.ts'
import { addFollowupTool } from './tools/add-followup.ts'
import { addSolutionTool } from './tools/add-solution.ts'
import { addTaskTool } from './tools/add-task.ts'
import { assignTicketTool } from './tools/assign-ticket.ts'
import { closeTicketTool } from './tools/close-ticket.ts'
import { createTicketTool } from './tools/create-ticket.ts'
import { getTicketDetailsTool } from './tools/get-ticket-details.ts'
import { listClientAssetsTool } from './tools/list-client-assets.ts'
import { listRecentTicketsTool } from './tools/list-recent-tickets.ts'
import { searchClientTool } from './tools/search-client.ts'
import { searchTicketsTool } from './tools/search-tickets.ts'
import { updateTicketTool } from './tools/update-ticket.ts'

export { createGlpiClient } from './client/create-client.ts'
export type { GlpiClient } from './domain/client.ts'
export { findContacts } from './find-contacts.ts'
export { openGlpi } from './open-glpi.ts'
export { readTicket } from './read-ticket.ts'
export { createGlpiV2Client } from './v2/create-v2-client.ts'

/** The tools of GLPI on one client. */
export function createGlpiTools(glpi: GlpiClient): Tool[] {
  return [
    searchClientTool(glpi),
    getTicketDetailsTool(glpi),
    searchTicketsTool(glpi),
    listRecentTicketsTool(glpi),
    listClientAssetsTool(glpi),
    createTicketTool(glpi),
    addFollowupTool(glpi),
    addTaskTool(glpi),
    assignTicketTool(glpi),
    updateTicketTool(glpi),
    addSolutionTool(glpi),
    closeTicketTool(glpi),
  ]
}
