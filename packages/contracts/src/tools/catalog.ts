import type { ToolDescriptor } from '../tool-descriptor.ts'
import { adCheckUser } from './ad-check-user.ts'
import { adResetPassword } from './ad-reset-password.ts'
import { adUnlockAccount } from './ad-unlock-account.ts'
import { glpiAddFollowup } from './glpi-add-followup.ts'
import { glpiCloseTicket } from './glpi-close-ticket.ts'
import { glpiGetTicketDetails } from './glpi-get-ticket-details.ts'
import { glpiSearchClient } from './glpi-search-client.ts'
import { memorySearchSimilarCases } from './memory-search-similar-cases.ts'
import { observiumAcknowledgeAlert } from './observium-acknowledge-alert.ts'
import { observiumGetDeviceMetrics } from './observium-get-device-metrics.ts'
import { observiumGetDeviceStatus } from './observium-get-device-status.ts'
import { observiumListAlerts } from './observium-list-alerts.ts'
import { observiumListDevices } from './observium-list-devices.ts'
import { observiumListPorts } from './observium-list-ports.ts'

/** Every tool of the Hub, by its wire name. The MCP server must implement exactly these. */
export const toolCatalog = new Map<string, ToolDescriptor>(
  [
    glpiSearchClient,
    glpiGetTicketDetails,
    glpiAddFollowup,
    glpiCloseTicket,
    observiumGetDeviceStatus,
    observiumGetDeviceMetrics,
    observiumListDevices,
    observiumListPorts,
    observiumListAlerts,
    observiumAcknowledgeAlert,
    memorySearchSimilarCases,
    adCheckUser,
    adUnlockAccount,
    adResetPassword,
  ].map((descriptor) => [descriptor.name, descriptor]),
)
