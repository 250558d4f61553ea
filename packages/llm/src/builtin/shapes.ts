import {
  adListUserGroups,
  adSearchUsers,
  adUnlockAccount,
  DeviceAlert,
  DeviceMetrics,
  DeviceStatus,
  DirectoryAccount,
  GlpiClient,
  glpiAddFollowup,
  glpiCloseTicket,
  glpiListClientAssets,
  glpiSearchTickets,
  memoryGetDocument,
  observiumListAlerts,
  observiumListDevices,
  observiumListPorts,
  Passage,
  safeguardListMyRequests,
  Ticket,
  TicketEntry,
} from '@hub/contracts'
import { z } from 'zod'

// Read leniently: a part that is missing or malformed is left out of the answer, it does not hide the rest.

const client = GlpiClient.partial().required({ name: true })
const device = GlpiClient.shape.devices.element.partial().required({ name: true })
export const ClientData = z.object({
  clients: z.array(client.extend({ devices: z.array(device).default([]) })),
  total: z.number().optional(),
})
export type ClientRow = z.infer<typeof ClientData>['clients'][number]
export type ClientDevice = z.infer<typeof device>

export const DeviceStatusData = z.object({
  device: DeviceStatus.partial()
    .required({ hostname: true, state: true })
    .extend({ alerts: z.array(DeviceAlert.partial()).optional() }),
})
export type DeviceStatusRow = z.infer<typeof DeviceStatusData>['device']

export const DeviceMetricsData = z.object({ metrics: DeviceMetrics.partial().required({ hostname: true }) })
export type DeviceMetricsRow = z.infer<typeof DeviceMetricsData>['metrics']

export const TicketData = z.object({
  ticket: Ticket.partial()
    .required({ id: true, title: true })
    .extend({ entries: z.array(TicketEntry.partial()).optional() }),
})
export type TicketRow = z.infer<typeof TicketData>['ticket']

export const AccountData = z.object({ account: DirectoryAccount.partial().required({ login: true }) })
export type AccountRow = z.infer<typeof AccountData>['account']

const passage = Passage.partial().required({ citation: true, title: true, content: true })
export const PassageData = z.object({ passages: z.array(passage), method: z.string().optional() })
export type PassageRow = z.infer<typeof passage>

export const UnlockData = adUnlockAccount.output.partial()
export const FollowupData = glpiAddFollowup.output.partial()
export const CloseData = glpiCloseTicket.output.partial()

const users = adSearchUsers.output.shape.users.element
export const UsersData = z.object({
  users: z.array(users.partial().required({ login: true })),
  total: z.number().optional(),
  complete: z.boolean().optional(),
})
export type FoundUserRow = z.infer<typeof UsersData>['users'][number]

const listed = observiumListDevices.output.shape.devices.element
export const DeviceListData = z.object({
  devices: z.array(listed.partial().required({ hostname: true })),
  total: z.number().optional(),
})
export type ListedDeviceRow = z.infer<typeof DeviceListData>['devices'][number]

const alert = observiumListAlerts.output.shape.alerts.element
export const AlertsData = z.object({
  alerts: z.array(alert.partial().required({ device: true, name: true })),
  total: z.number().optional(),
})
export type AlertRow = z.infer<typeof AlertsData>['alerts'][number]

const port = observiumListPorts.output.shape.ports.element
export const PortsData = z.object({
  device: z.string(),
  ports: z.array(port.partial().required({ name: true })),
  counts: observiumListPorts.output.shape.counts.partial().optional(),
  total: z.number().optional(),
})
export type PortRow = z.infer<typeof PortsData>['ports'][number]

const ticketLine = glpiSearchTickets.output.shape.tickets.element
export const TicketsData = z.object({
  tickets: z.array(ticketLine.partial().required({ ticketId: true, title: true })),
  total: z.number().optional(),
})
export type TicketLineRow = z.infer<typeof TicketsData>['tickets'][number]

const asset = glpiListClientAssets.output.shape.assets.element
export const AssetsData = z.object({
  assets: z.array(asset.partial().required({ name: true })),
  totals: z.array(z.object({ type: z.string(), total: z.number() })).default([]),
})

const group = adListUserGroups.output.shape.groups.element
export const GroupsData = z.object({
  login: z.string(),
  groups: z.array(group.partial().required({ name: true })),
})

export const DocumentData = memoryGetDocument.output.partial().required({ title: true, text: true })

const request = safeguardListMyRequests.output.shape.requests.element
export const RequestData = request.partial().required({ approvalId: true })
export const RequestsData = z.object({ requests: z.array(RequestData) })
export const OneRequestData = z.object({ request: RequestData })
export const CreatedTicketData = z.object({ ticketId: z.number(), alreadyThere: z.boolean().optional() })
export type RequestRow = z.infer<typeof RequestData>
