import { lookUpClients } from '../client-lookup.ts'
import type { Intent, Turn } from '../intent.ts'
import { bullets, paragraphs, say } from '../render/blocks.ts'
import { renderLookup } from '../render/lookup.ts'
import { codeSpan, plainLine } from '../render/plain-text.ts'
import { stillWanted } from '../results.ts'
import type { ClientRow } from '../shapes.ts'

const shownDevices = 20

function renderClient(turn: Turn, client: ClientRow): string {
  const line = (fr: string, en: string, value: string | number | null | undefined) =>
    value === undefined || value === null || value === ''
      ? undefined
      : say(turn, { fr: `${fr} : ${plainLine(String(value))}`, en: `${en}: ${plainLine(String(value))}` })
  const devices = client.devices.slice(0, shownDevices).map(({ name }) => codeSpan(name))
  const isPartial = client.devicesComplete === false || client.devices.length > shownDevices
  const more = isPartial ? say(turn, { fr: ' (liste incomplète)', en: ' (incomplete list)' }) : ''
  return paragraphs(
    `**${plainLine(client.name)}**`,
    bullets([
      line('Ville', 'Town', client.town),
      line('Téléphone', 'Phone', client.phone),
      line('E-mail', 'E-mail', client.email),
      line('Tickets ouverts', 'Open tickets', client.openTickets),
      devices.length > 0 &&
        say(turn, {
          fr: `Équipements : ${devices.join(', ')}${more}`,
          en: `Devices: ${devices.join(', ')}${more}`,
        }),
    ]),
  )
}

/** What GLPI knows of a client: contact, open tickets, equipment. */
export const clientSheet: Intent = {
  id: 'client-sheet',
  title: {
    fr: "fiche d'un client (contact, tickets ouverts, équipements)",
    en: 'sheet of a client (contact, open tickets, devices)',
  },
  example: { fr: 'Fiche de la Clinique Saint-Jean', en: 'Sheet of client Clinique Saint-Jean' },
  needs: ['glpi_search_client'],
  carries: ['clientPhrase'],
  asksFor: ['clientPhrase'],
  patterns: [
    {
      weight: 4.5,
      any: ['client', 'equipment'],
      slots: ['clientPhrase'],
      none: ['account', 'password', 'howTo', 'state', 'metrics', 'trouble', 'tickets', 'notify', 'create'],
      without: ['deviceKind', 'hostnames', 'ticketIds'],
    },
    {
      weight: 2.5,
      any: ['ticket', 'recent', 'show', 'check', 'who', 'search'],
      slots: ['clientPhrase'],
      none: ['account', 'password', 'howTo'],
      without: ['deviceKind', 'hostnames', 'ticketIds'],
    },
  ],
  plan(turn) {
    const lookup = lookUpClients(turn)
    return lookup.step === 'searching'
      ? stillWanted(turn, [{ tool: 'glpi_search_client', arguments: { query: lookup.query } }])
      : []
  },
  render(turn) {
    const lookup = lookUpClients(turn)
    if (lookup.step === 'one-client') return renderClient(turn, lookup.client)
    return renderLookup(turn, lookup)
  },
}
