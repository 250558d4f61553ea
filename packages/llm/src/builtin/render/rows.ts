import type { Turn } from '../intent.ts'
import type { AlertRow, FoundUserRow, ListedDeviceRow, PortRow, TicketLineRow } from '../shapes.ts'
import { say } from './blocks.ts'
import { formatInstant } from './format.ts'
import { codeSpan, plainLine } from './plain-text.ts'
import { ticketStatus } from './ticket.ts'

const joined = (parts: (string | false | null | undefined)[]) =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(', ')

const plain = (text: string | null | undefined) => (text ? plainLine(text, 120) : undefined)

/** One ticket in a list. */
export function ticketRow(turn: Turn, ticket: TicketLineRow): string {
  const people = ticket.technicians?.map((name) => plainLine(name)).join(', ')
  const about = joined([
    ticketStatus(turn, ticket.status),
    plain(ticket.clientName),
    people,
    formatInstant(ticket.openedAt, turn.language, turn.timeZone),
  ])
  return `**${ticket.ticketId}** ${plainLine(ticket.title, 120)}${about ? ` (${about})` : ''}`
}

/** One account in a list. */
export function userRow(turn: Turn, user: FoundUserRow): string {
  const about = joined([
    plain(user.displayName),
    plain(user.title),
    plain(user.company),
    user.locked === true && say(turn, { fr: '**verrouillé**', en: '**locked**' }),
    user.enabled === false && say(turn, { fr: '**désactivé**', en: '**disabled**' }),
  ])
  return `**${plainLine(user.login)}**${about ? ` : ${about}` : ''}`
}

/** One watched device in a list. */
export function deviceRow(turn: Turn, device: ListedDeviceRow): string {
  const states = {
    up: { fr: 'en ligne', en: 'up' },
    down: { fr: '**hors ligne**', en: '**down**' },
    disabled: { fr: 'désactivé', en: 'disabled' },
    ignored: { fr: 'ignoré', en: 'ignored' },
  }
  const about = joined([
    device.state && say(turn, states[device.state]),
    plain(device.hardware),
    plain(device.location),
  ])
  return `${codeSpan(device.hostname)}${about ? ` : ${about}` : ''}`
}

/** One network alert in a list. */
export function alertRow(turn: Turn, alert: AlertRow): string {
  const about = joined([plain(alert.severity), formatInstant(alert.since, turn.language, turn.timeZone)])
  const text = [alert.name, alert.message, alert.entity].flatMap((part) =>
    part ? [plainLine(part, 120)] : [],
  )
  const id = alert.alertId === undefined ? '' : `**${alert.alertId}** `
  return `${id}${codeSpan(alert.device)} : ${text.join(' - ')}${about ? ` (${about})` : ''}`
}

/** One port in a list. */
export function portRow(turn: Turn, port: PortRow): string {
  const problems = {
    errors: { fr: '**erreurs**', en: '**errors**' },
    saturated: { fr: '**saturé**', en: '**saturated**' },
    down: { fr: '**coupé**', en: '**down**' },
  }
  const about = joined([
    plain(port.state),
    ...(port.problems ?? []).map((problem) => say(turn, problems[problem])),
    plain(port.description),
    port.neighbour && `-> ${plainLine(port.neighbour.device)}`,
  ])
  return `${codeSpan(port.name)}${about ? ` : ${about}` : ''}`
}
