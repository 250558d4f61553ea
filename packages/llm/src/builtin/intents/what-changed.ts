import { defineRead } from '../define-read.ts'
import { paragraphs } from '../render/blocks.ts'
import { renderListing, renderMissing } from '../render/listing.ts'
import { plainLine } from '../render/plain-text.ts'
import { alertRow, ticketRow } from '../render/rows.ts'
import { dataOf, lastResult } from '../results.ts'
import { TicketsData } from '../shapes.ts'
import { namedClient } from '../subjects/client.ts'
import { alertsOfClient, readsOfClientAlerts } from './client-alerts.ts'

const tool = 'glpi_list_recent_tickets'
const usualDays = 7

/** What happened at a client lately: new tickets and open alerts. */
export const whatChanged = defineRead({
  id: 'what-changed',
  title: { fr: 'ce qui a changé chez un client', en: 'what changed at a client' },
  example: { fr: 'Quoi de neuf à la Clinique Saint-Jean ?', en: 'What changed at Clinique Saint-Jean?' },
  needs: [tool],
  carries: ['clientPhrase'],
  asksFor: ['clientPhrase'],
  patterns: [
    {
      weight: 7,
      all: ['changed'],
      slots: ['clientPhrase'],
      without: ['hostnames', 'login'],
      none: ['howTo'],
    },
    { weight: 4, all: ['changed'], without: ['hostnames', 'login', 'ticketIds'], none: ['howTo'] },
  ],
  subject: namedClient,
  calls: ({ slots: { days, hours } }, client) => [
    {
      tool,
      arguments: { client: client.name, ...(hours === undefined ? { days: days ?? usualDays } : { hours }) },
    },
    ...readsOfClientAlerts(client),
  ],
  tell(turn, client) {
    const tickets = dataOf(lastResult(turn, tool), TicketsData)
    const alerts = alertsOfClient(turn)
    const name = plainLine(client.name)
    const opened = { fr: `Tickets récents de ${name}`, en: `Recent tickets of ${name}` }
    const failing = { fr: `Alertes en cours de ${name}`, en: `Open alerts of ${name}` }
    return paragraphs(
      tickets
        ? renderListing(turn, {
            title: opened,
            none: { fr: `${opened.fr} : aucun.`, en: `${opened.en}: none.` },
            rows: tickets.tickets.map((ticket) => ticketRow(turn, ticket)),
            total: tickets.total,
          })
        : renderMissing(turn, tool, opened),
      alerts
        ? renderListing(turn, {
            title: failing,
            none: { fr: `${failing.fr} : aucune.`, en: `${failing.en}: none.` },
            rows: alerts.map((alert) => alertRow(turn, alert)),
          })
        : renderMissing(turn, 'observium_list_alerts', failing),
    )
  },
})
