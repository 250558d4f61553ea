import type { ToolDescriptor } from '../tool-descriptor.ts'
import { adAddToGroup } from './ad-add-to-group.ts'
import { adCheckUser } from './ad-check-user.ts'
import { adCopyGroupsFrom } from './ad-copy-groups-from.ts'
import { adCreateUser } from './ad-create-user.ts'
import { adDisableAccount } from './ad-disable-account.ts'
import { adEnableAccount } from './ad-enable-account.ts'
import { adListUserGroups } from './ad-list-user-groups.ts'
import { adRemoveFromGroup } from './ad-remove-from-group.ts'
import { adResetPassword } from './ad-reset-password.ts'
import { adSearchUsers } from './ad-search-users.ts'
import { adUnlockAccount } from './ad-unlock-account.ts'
import { glpiAddFollowup } from './glpi-add-followup.ts'
import { glpiAddSolution } from './glpi-add-solution.ts'
import { glpiAddTask } from './glpi-add-task.ts'
import { glpiAssignTicket } from './glpi-assign-ticket.ts'
import { glpiCloseTicket } from './glpi-close-ticket.ts'
import { glpiCreateTicket } from './glpi-create-ticket.ts'
import { glpiGetTicketDetails } from './glpi-get-ticket-details.ts'
import { glpiListClientAssets } from './glpi-list-client-assets.ts'
import { glpiListRecentTickets } from './glpi-list-recent-tickets.ts'
import { glpiSearchClient } from './glpi-search-client.ts'
import { glpiSearchTickets } from './glpi-search-tickets.ts'
import { glpiUpdateTicket } from './glpi-update-ticket.ts'
import { mailNotifyClient } from './mail-notify-client.ts'
import { memoryAddCase } from './memory-add-case.ts'
import { memoryDeleteDocument } from './memory-delete-document.ts'
import { memoryGetDocument } from './memory-get-document.ts'
import { memorySearchSimilarCases } from './memory-search-similar-cases.ts'
import { observiumAcknowledgeAlert } from './observium-acknowledge-alert.ts'
import { observiumGetDeviceMetrics } from './observium-get-device-metrics.ts'
import { observiumGetDeviceStatus } from './observium-get-device-status.ts'
import { observiumListAlerts } from './observium-list-alerts.ts'
import { observiumListDevices } from './observium-list-devices.ts'
import { observiumListPorts } from './observium-list-ports.ts'
import { safeguardGetMyRequest } from './safeguard-get-my-request.ts'
import { safeguardListMyRequests } from './safeguard-list-my-requests.ts'

/** Every tool of the Hub, by its wire name. The MCP server must implement exactly these. */
export const toolCatalog = new Map<string, ToolDescriptor>(
  [
    glpiSearchClient,
    glpiGetTicketDetails,
    glpiSearchTickets,
    glpiListRecentTickets,
    glpiListClientAssets,
    glpiCreateTicket,
    glpiAddFollowup,
    glpiAddTask,
    glpiAssignTicket,
    glpiUpdateTicket,
    glpiAddSolution,
    glpiCloseTicket,
    observiumGetDeviceStatus,
    observiumGetDeviceMetrics,
    observiumListDevices,
    observiumListPorts,
    observiumListAlerts,
    observiumAcknowledgeAlert,
    mailNotifyClient,
    memorySearchSimilarCases,
    memoryGetDocument,
    memoryAddCase,
    memoryDeleteDocument,
    adCheckUser,
    adListUserGroups,
    adSearchUsers,
    adUnlockAccount,
    adResetPassword,
    adDisableAccount,
    adEnableAccount,
    adAddToGroup,
    adRemoveFromGroup,
    adCopyGroupsFrom,
    adCreateUser,
    safeguardListMyRequests,
    safeguardGetMyRequest,
  ].map((descriptor) => [descriptor.name, descriptor]),
)
