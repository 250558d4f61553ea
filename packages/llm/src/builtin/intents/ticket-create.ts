import { defineAction } from '../define-action.ts'
import type { Turn } from '../intent.ts'
import { say } from '../render/blocks.ts'
import { plainLine } from '../render/plain-text.ts'
import { andThen, known, type Resolution, told } from '../resolution.ts'
import { dataOf } from '../results.ts'
import { CreatedTicketData } from '../shapes.ts'
import { namedClient } from '../subjects/client.ts'

const tool = 'glpi_create_ticket'
const longestTitle = 120

interface NewTicket {
  client: string
  text: string
}

function newTicket(turn: Turn): Resolution<NewTicket> {
  const { body, clientPhrase } = turn.slots
  if (clientPhrase === undefined) {
    return told(
      say(turn, {
        fr: 'Pour quel client ouvrir ce ticket ?',
        en: 'For which client shall I open this ticket?',
      }),
    )
  }
  return andThen(namedClient(turn), (client) =>
    body === undefined || body.length < 3
      ? told(
          say(turn, {
            fr: `Que se passe-t-il chez ${plainLine(client.name)} (en une phrase) ?`,
            en: `What happens at ${plainLine(client.name)} (in one sentence)?`,
          }),
        )
      : known({ client: client.name, text: body }),
  )
}

const titleOf = (text: string) => (text.split('\n')[0] ?? text).slice(0, longestTitle)

/** Opens a ticket for a client with the very words that were given. */
export const ticketCreate = defineAction<NewTicket>({
  id: 'ticket-create',
  title: { fr: 'ouverture d’un ticket', en: 'opening a ticket' },
  example: {
    fr: 'Ouvre un ticket pour la Clinique Saint-Jean : imprimante du bloc en panne',
    en: 'Open a ticket for Clinique Saint-Jean: printer out of order',
  },
  needs: [tool],
  carries: ['clientPhrase'],
  asksFor: ['clientPhrase', 'body'],
  patterns: [{ weight: 11, all: ['create', 'ticket'], without: ['ticketIds'], none: ['similar'] }],
  tool,
  subject: newTicket,
  arguments: (_turn, { client, text }) => ({ client, title: titleOf(text), description: text }),
  label: (turn, { client }) =>
    say(turn, {
      fr: `Ouverture d’un ticket pour ${plainLine(client)}`,
      en: `Opening a ticket for ${plainLine(client)}`,
    }),
  done(turn, { client, text }, result) {
    const id = dataOf(result, CreatedTicketData)?.ticketId
    const number = id === undefined ? '' : ` **${id}**`
    return say(turn, {
      fr: `Ticket${number} ouvert pour ${plainLine(client)} : ${plainLine(titleOf(text))}`,
      en: `Ticket${number} opened for ${plainLine(client)}: ${plainLine(titleOf(text))}`,
    })
  },
})
