import {
  type ConversationBinding,
  glpiGetTicketDetails,
  glpiListRecentTickets,
  glpiSearchTickets,
  type LocalizedText,
  observiumListAlerts,
  observiumListDevices,
} from '@hub/contracts'
import type { ToolSession } from '@hub/kernel'
import { callRead, type ReadResult } from './call-read.ts'

/** One part of what is known now: lines of data, or why they could not be read. */
export type MomentPart = { topic: 'ticket' | 'alerts' | 'tickets'; about: string } & (
  | { rows: Record<string, unknown>[]; total: number; complete: boolean }
  | { problem: LocalizedText }
)

const mostRows = 8
const recentDays = 30

/** Reads the open alerts and the recent tickets of what a conversation is bound to. Each part fails alone. */
export async function readMoment(
  session: ToolSession,
  binding: ConversationBinding,
  signal: AbortSignal,
): Promise<MomentPart[]> {
  switch (binding.kind) {
    case 'device':
      return Promise.all([
        deviceAlerts(session, binding.id, signal),
        ticketsNaming(session, binding.id, signal),
      ])
    case 'client':
      return ofClient(session, binding.id, { name: binding.label, signal })
    case 'ticket':
      return ofTicket(session, binding, signal)
  }
}

/** The client of a ticket is the one that GLPI names, unless the conversation does. */
async function ofTicket(
  session: ToolSession,
  { id, clientName }: ConversationBinding,
  signal: AbortSignal,
): Promise<MomentPart[]> {
  const reading = ticketState(session, Number(id), signal)
  const named = clientName ?? clientOf(await reading)
  const rest = named ? ofClient(session, named, { name: named, signal }) : []
  return [await reading, ...(await rest)]
}

function clientOf(part: MomentPart): string | undefined {
  const name = 'rows' in part ? part.rows[0]?.clientName : undefined
  return typeof name === 'string' ? name : undefined
}

function ofClient(
  session: ToolSession,
  client: string,
  { name, signal }: { name: string; signal: AbortSignal },
): Promise<MomentPart[]> {
  return Promise.all([clientAlerts(session, name, signal), recentTickets(session, client, signal)])
}

/** A part made of what was read. */
function partOf<T>(
  named: Pick<MomentPart, 'topic' | 'about'>,
  read: ReadResult<T>,
  pick: (data: T) => { rows: Record<string, unknown>[]; total: number; complete?: boolean },
): MomentPart {
  if ('problem' in read) return { ...named, problem: read.problem }
  const { rows, total, complete = true } = pick(read.data)
  return { ...named, rows: rows.slice(0, mostRows), total, complete }
}

async function deviceAlerts(session: ToolSession, device: string, signal: AbortSignal): Promise<MomentPart> {
  const read = await callRead(session, observiumListAlerts, { arguments: { device }, signal })
  return partOf({ topic: 'alerts', about: `open alerts of ${device}` }, read, ({ alerts, total }) => ({
    rows: alerts.map(alertRow),
    total,
  }))
}

/** The monitoring knows alerts by device: those of the client's devices are kept. */
async function clientAlerts(session: ToolSession, client: string, signal: AbortSignal): Promise<MomentPart> {
  const named = { topic: 'alerts', about: `open alerts of ${client}` } as const
  const [devices, read] = await Promise.all([
    callRead(session, observiumListDevices, { arguments: { client }, signal }),
    callRead(session, observiumListAlerts, { arguments: {}, signal }),
  ])
  if ('problem' in devices) return { ...named, problem: devices.problem }
  const known = new Set(devices.data.devices.map(({ deviceId }) => deviceId))
  return partOf(named, read, ({ alerts, pageCount }) => {
    const own = alerts.filter(({ deviceId }) => known.has(deviceId))
    const complete = pageCount <= 1 && devices.data.pageCount <= 1
    return { rows: own.map(alertRow), total: own.length, complete }
  })
}

async function recentTickets(session: ToolSession, client: string, signal: AbortSignal): Promise<MomentPart> {
  const given = { client, days: recentDays, limit: mostRows }
  const read = await callRead(session, glpiListRecentTickets, { arguments: given, signal })
  const about = `tickets of ${client} opened in the last ${recentDays} days`
  return partOf({ topic: 'tickets', about }, read, ({ tickets, total }) => ({
    rows: tickets.map(ticketRow),
    total,
  }))
}

async function ticketsNaming(session: ToolSession, text: string, signal: AbortSignal): Promise<MomentPart> {
  const read = await callRead(session, glpiSearchTickets, { arguments: { text, limit: mostRows }, signal })
  const about = `tickets that name ${text}`
  return partOf({ topic: 'tickets', about }, read, ({ tickets, total }) => ({
    rows: tickets.map(ticketRow),
    total,
  }))
}

const excerpt = 1_500

async function ticketState(session: ToolSession, ticketId: number, signal: AbortSignal): Promise<MomentPart> {
  const read = await callRead(session, glpiGetTicketDetails, { arguments: { ticketId }, signal })
  return partOf({ topic: 'ticket', about: `ticket #${ticketId}` }, read, ({ ticket }) => {
    const { id, title, status, clientName, openedAt, requesters, technicians, text } = ticket
    const facts = { ticketId: id, title, status, clientName, openedAt, requesters, technicians }
    return { rows: [{ ...facts, text: text.slice(0, excerpt) }], total: 1 }
  })
}

function alertRow(alert: {
  device: string
  name: string
  message: string
  severity: string | null
  since: string | null
  state: string
}) {
  const { device, name, message, severity, since, state } = alert
  return { device, name, message, severity, since, state }
}

function ticketRow(ticket: {
  ticketId: number
  title: string
  status: string
  openedAt: string | null
  technicians: string[]
}) {
  const { ticketId, title, status, openedAt, technicians } = ticket
  return { ticketId, title, status, openedAt, technicians }
}
