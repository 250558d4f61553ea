import { defineRead } from '../define-read.ts'
import type { Intent, Pattern, Turn } from '../intent.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { deviceRow } from '../render/rows.ts'
import { dataOf, lastResult } from '../results.ts'
import { type ClientRow, DeviceListData } from '../shapes.ts'
import type { DeviceKind } from '../slots/device-kind.ts'
import { anyClient, namedClient } from '../subjects/client.ts'

const tool = 'observium_list_devices'

const filters: Partial<Record<DeviceKind, Record<string, string>>> = {
  switch: { text: 'switch' },
  router: { text: 'routeur' },
  firewall: { type: 'firewall' },
  access_point: { type: 'wireless' },
  server: { type: 'server' },
}

function tellDevices(turn: Turn, client: ClientRow | undefined, what: { fr: string; en: string }): string {
  const data = dataOf(lastResult(turn, tool), DeviceListData)
  const at = client ? ` (${plainLine(client.name)})` : ''
  const title = { fr: `${what.fr}${at}`, en: `${what.en}${at}` }
  if (!data) return renderMissing(turn, tool, title)
  return renderListing(turn, {
    title,
    none: { fr: `${title.fr} : aucun.`, en: `${title.en}: none.` },
    rows: data.devices.map((device) => deviceRow(turn, device)),
    total: data.total,
  })
}

const without: Pattern['without'] = ['hostnames', 'ticketIds', 'login']

/** The watched devices of a client, of a kind, or all. */
export const listDevices: Intent = defineRead({
  id: 'list-devices',
  title: { fr: 'équipements supervisés d’un client', en: 'monitored devices of a client' },
  example: {
    fr: 'Liste les équipements supervisés de la Clinique Saint-Jean',
    en: 'List the monitored devices of Clinique Saint-Jean',
  },
  needs: [tool],
  carries: ['clientPhrase'],
  patterns: [
    { weight: 6, all: ['equipment', 'monitored'], without, none: ['howTo'] },
    {
      weight: 6,
      all: ['show', 'pluralKind'],
      slots: ['clientPhrase'],
      without,
      none: ['howTo', 'state', 'asset'],
    },
    {
      weight: 5,
      all: ['pluralKind'],
      slots: ['clientPhrase'],
      without,
      none: ['howTo', 'state', 'asset', 'metrics'],
    },
    { weight: 5, all: ['show', 'pluralKind'], without, none: ['howTo', 'asset', 'state'] },
  ],
  subject: anyClient,
  calls: ({ slots: { deviceKind } }, client) => [
    {
      tool,
      arguments: { ...(client && { client: client.name }), ...(deviceKind && filters[deviceKind]) },
    },
  ],
  tell: (turn, client) =>
    tellDevices(turn, client, { fr: 'Équipements supervisés', en: 'Monitored devices' }),
})

/** The devices that are down, of all clients or of one. */
export const downDevices: Intent = defineRead({
  id: 'down-devices',
  title: { fr: 'équipements en panne', en: 'devices that are down' },
  example: { fr: 'Quels équipements sont en panne ?', en: 'Which devices are down?' },
  needs: [tool],
  carries: ['clientPhrase'],
  patterns: [
    { weight: 7, all: ['down', 'equipment'], without, none: ['howTo', 'port', 'alert', 'similar'] },
    {
      weight: 7,
      all: ['down', 'whatIs'],
      without: ['hostnames', 'deviceKind', 'login'],
      none: ['howTo', 'port', 'alert'],
    },
    { weight: 7, all: ['down', 'show', 'pluralKind'], without, none: ['howTo', 'port', 'alert'] },
  ],
  subject: anyClient,
  calls: (_turn, client) => [{ tool, arguments: { ...(client && { client: client.name }), status: 'down' } }],
  tell: (turn, client) => tellDevices(turn, client, { fr: 'Équipements hors ligne', en: 'Devices down' }),
})

/** The premises of a client, as its devices tell them. */
export const clientSites: Intent = defineRead({
  id: 'client-sites',
  title: { fr: 'sites d’un client', en: 'sites of a client' },
  example: {
    fr: 'Quels sont les sites de la Clinique Saint-Jean ?',
    en: 'What are the sites of Clinique Saint-Jean?',
  },
  needs: [tool],
  carries: ['clientPhrase'],
  asksFor: ['clientPhrase'],
  patterns: [
    {
      weight: 6.5,
      all: ['site'],
      slots: ['clientPhrase'],
      without,
      none: ['howTo', 'people', 'create', 'notify'],
    },
  ],
  subject: namedClient,
  calls: (_turn, client) => [{ tool, arguments: { client: client.name } }],
  tell(turn, client) {
    const devices = dataOf(lastResult(turn, tool), DeviceListData)?.devices
    const name = plainLine(client.name)
    if (!devices) return renderMissing(turn, tool, { fr: `Sites de ${name}`, en: `Sites of ${name}` })
    const sites = Map.groupBy(devices, ({ location }) => location ?? '?')
    return renderListing(turn, {
      title: { fr: `Sites de ${name}`, en: `Sites of ${name}` },
      none: { fr: `Aucun site connu pour **${name}**.`, en: `No known site for **${name}**.` },
      rows: [...sites].map(([site, here]) => `${plainLine(site)} : ${here.length}`),
    })
  },
})
