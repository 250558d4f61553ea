import {
  adUnlockAccount,
  DeviceAlert,
  DeviceMetrics,
  DeviceStatus,
  DirectoryAccount,
  GlpiClient,
  glpiAddFollowup,
  glpiCloseTicket,
  Passage,
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
