import type { Turn } from '../intent.ts'
import type { DeviceStatusRow } from '../shapes.ts'
import { bullets, paragraphs, say } from './blocks.ts'
import { formatDuration, formatInstant } from './format.ts'
import { plainLine } from './plain-text.ts'

const states = {
  up: { fr: '**en ligne (UP)**', en: '**up**' },
  down: { fr: '**hors ligne (DOWN)**', en: '**down**' },
  disabled: { fr: '**désactivé dans Observium**', en: '**disabled in Observium**' },
  ignored: { fr: '**ignoré par Observium**', en: '**ignored by Observium**' },
}

const reasons = {
  ping: { fr: 'ne répond pas au ping', en: 'does not answer ping' },
  snmp: { fr: 'répond au ping mais pas en SNMP', en: 'answers ping but not SNMP' },
  dns: { fr: 'son nom ne se résout pas', en: 'its name does not resolve' },
  other: { fr: 'raison inconnue', en: 'unknown reason' },
}

function headline(turn: Turn, device: DeviceStatusRow, clientName: string | undefined): string {
  const { language } = turn
  const where = clientName ? ` (${plainLine(clientName)})` : ''
  const since =
    device.state === 'up' && typeof device.uptimeSeconds === 'number'
      ? say(turn, {
          fr: `, sans redémarrage depuis **${formatDuration(device.uptimeSeconds, language)}**`,
          en: `, without a restart for **${formatDuration(device.uptimeSeconds, language)}**`,
        })
      : ''
  const why =
    device.state === 'down' && device.downReason ? ` : ${say(turn, reasons[device.downReason])}` : ''
  const is = say(turn, { fr: 'est', en: 'is' })
  return `**${plainLine(device.hostname)}**${where} ${is} ${say(turn, states[device.state])}${since}${why}.`
}

function portsLine(turn: Turn, { ports }: DeviceStatusRow): string | undefined {
  if (!ports) return undefined
  const admin =
    ports.adminDown > 0
      ? say(turn, { fr: `, ${ports.adminDown} désactivés`, en: `, ${ports.adminDown} administratively down` })
      : ''
  return say(turn, {
    fr: `Ports : **${ports.up}/${ports.total}** actifs (${ports.down} en défaut${admin})`,
    en: `Ports: **${ports.up}/${ports.total}** up (${ports.down} down${admin})`,
  })
}

function alertsLine(turn: Turn, { alerts }: DeviceStatusRow): string | undefined {
  if (!alerts) return undefined
  if (alerts.length === 0) return say(turn, { fr: 'Alertes : aucune', en: 'Alerts: none' })
  const shown = alerts.slice(0, 5).map(({ name, message, entity, since }) => {
    const at = formatInstant(since, turn.language, turn.timeZone)
    const text = [name, message, entity].flatMap((part) => (part ? [plainLine(part)] : [])).join(' - ')
    return `${text}${at ? ` (${at})` : ''}`
  })
  return say(turn, {
    fr: `Alertes (${alerts.length}) : ${shown.join(' ; ')}`,
    en: `Alerts (${alerts.length}): ${shown.join('; ')}`,
  })
}

/** The present state of one device in short markdown; only what the tool gave. */
export function renderDeviceStatus(turn: Turn, device: DeviceStatusRow, clientName?: string): string {
  const polled = formatInstant(device.lastPolledAt, turn.language, turn.timeZone)
  const model = [device.hardware, device.os, device.version].flatMap((text) =>
    text ? [plainLine(text)] : [],
  )
  return paragraphs(
    headline(turn, device, clientName),
    bullets([
      portsLine(turn, device),
      alertsLine(turn, device),
      model.length > 0 &&
        say(turn, { fr: `Matériel : ${model.join(' ')}`, en: `Hardware: ${model.join(' ')}` }),
      typeof device.location === 'string' &&
        say(turn, {
          fr: `Lieu : ${plainLine(device.location)}`,
          en: `Location: ${plainLine(device.location)}`,
        }),
      polled && say(turn, { fr: `Dernier relevé : ${polled}`, en: `Last poll: ${polled}` }),
      (device.missing?.length ?? 0) > 0 &&
        say(turn, {
          fr: `Non lu : ${device.missing?.map((part) => plainLine(part)).join(', ')}`,
          en: `Not read: ${device.missing?.map((part) => plainLine(part)).join(', ')}`,
        }),
    ]),
  )
}
