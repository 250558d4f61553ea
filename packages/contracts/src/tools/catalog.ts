import type { ToolDescriptor } from '../tool-descriptor.ts'
import { adCheckUser } from './ad-check-user.ts'
import { adResetPassword } from './ad-reset-password.ts'
import { adUnlockAccount } from './ad-unlock-account.ts'
import { glpiAddFollowup } from './glpi-add-followup.ts'
import { glpiCloseTicket } from './glpi-close-ticket.ts'
import { glpiGetTicketDetails } from './glpi-get-ticket-details.ts'
import { glpiSearchClient } from './glpi-search-client.ts'
import { memorySearchSimilarCases } from './memory-search-similar-cases.ts'
import { observiumGetDeviceMetrics } from './observium-get-device-metrics.ts'
import { observiumGetDeviceStatus } from './observium-get-device-status.ts'
import { safeguardGetMyRequest } from './safeguard-get-my-request.ts'
import { safeguardListMyRequests } from './safeguard-list-my-requests.ts'

/** Every tool of the Hub, by its wire name. The MCP server must implement exactly these. */
export const toolCatalog = new Map<string, ToolDescriptor>(
  [
    glpiSearchClient,
    glpiGetTicketDetails,
    glpiAddFollowup,
    glpiCloseTicket,
    observiumGetDeviceStatus,
    observiumGetDeviceMetrics,
    memorySearchSimilarCases,
    adCheckUser,
    adUnlockAccount,
    adResetPassword,
    safeguardListMyRequests,
    safeguardGetMyRequest,
  ].map((descriptor) => [descriptor.name, descriptor]),
)
