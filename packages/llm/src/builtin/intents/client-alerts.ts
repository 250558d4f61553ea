import { defineRead } from '../define-read.ts'
import type { Intent, Turn } from '../intent.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { alertRow } from '../render/rows.ts'
import { dataOf, lastResult } from '../results.ts'
import { type AlertRow, AlertsData, type ClientRow, DeviceListData } from '../shapes.ts'
import { namedClient } from '../subjects/client.ts'

const alertTool = 'observium_list_alerts'
const deviceTool = 'observium_list_devices'

/** The open alerts on devices of one client; undefined when either list could not be read. */
export function alertsOfClient(turn: Turn): AlertRow[] | undefined {
  const alerts = dataOf(lastResult(turn, alertTool), AlertsData)?.alerts
  const devices = dataOf(lastResult(turn, deviceTool), DeviceListData)?.devices
  if (!alerts || !devices) return undefined
  const names = new Set(devices.map(({ hostname }) => hostname.toUpperCase()))
  return alerts.filter(({ device }) => names.has(device.toUpperCase()))
}

/** The reads that tell the alerts of a client. */
export const readsOfClientAlerts = (client: ClientRow) => [
  { tool: deviceTool, arguments: { client: client.name } },
  { tool: alertTool, arguments: {} },
]

/** The open alerts of one client: those on the devices that serve it. */
export const clientAlerts: Intent = defineRead({
  id: 'client-alerts',
  title: { fr: 'alertes d’un client', en: 'alerts of a client' },
  example: { fr: 'Alertes de la Clinique Saint-Jean', en: 'Open alerts of Clinique Saint-Jean' },
  needs: [alertTool, deviceTool],
  carries: ['clientPhrase'],
  asksFor: ['clientPhrase'],
  patterns: [
    {
      weight: 7,
      all: ['alert'],
      slots: ['clientPhrase'],
      without: ['deviceKind', 'hostnames'],
      none: ['howTo', 'notify'],
    },
  ],
  subject: namedClient,
  calls: (_turn, client) => readsOfClientAlerts(client),
  tell(turn, client) {
    const alerts = alertsOfClient(turn)
    const name = plainLine(client.name)
    if (!alerts) return renderMissing(turn, alertTool, { fr: `Alertes de ${name}`, en: `Alerts of ${name}` })
    return renderListing(turn, {
      title: { fr: `Alertes de ${name}`, en: `Alerts of ${name}` },
      none: {
        fr: `Aucune alerte en cours sur les équipements de **${name}**.`,
        en: `No open alert on the devices of **${name}**.`,
      },
      rows: alerts.map((alert) => alertRow(turn, alert)),
    })
  },
})
