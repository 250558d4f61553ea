import { defineAction } from '../define-action.ts'
import { say } from '../render/blocks.ts'
import { plainLine } from '../render/plain-text.ts'
import { andThen, known, told } from '../resolution.ts'
import { namedTicket } from '../subjects/ticket.ts'

const tool = 'glpi_update_ticket'

interface Change {
  ticketId: number
  to: string | number
}

const statusNames: Record<string, { fr: string; en: string }> = {
  new: { fr: 'nouveau', en: 'new' },
  assigned: { fr: 'en cours', en: 'in progress' },
  planned: { fr: 'planifié', en: 'planned' },
  pending: { fr: 'en attente', en: 'pending' },
}

/** Gives a ticket another status, or opens it again. */
export const ticketStatusChange = defineAction<Change>({
  id: 'ticket-status',
  title: { fr: 'changement d’état d’un ticket', en: 'changing the status of a ticket' },
  example: { fr: 'Mets le ticket 1234 en attente', en: 'Set ticket 1234 to pending' },
  needs: [tool],
  carries: ['ticketIds'],
  asksFor: ['ticketIds'],
  patterns: [
    { weight: 10, all: ['reopen'], slots: ['ticketIds'] },
    { weight: 9, all: ['reopen', 'ticket'] },
    {
      weight: 9.5,
      all: ['setTo'],
      slots: ['ticketIds', 'newStatus'],
      without: ['body'],
      none: ['priority', 'followup'],
    },
  ],
  tool,
  subject: (turn) =>
    andThen(namedTicket(turn), (ticketId) =>
      turn.slots.newStatus === undefined
        ? told(say(turn, { fr: 'Quel état lui donner ?', en: 'Which status shall it have?' }))
        : known({ ticketId, to: turn.slots.newStatus }),
    ),
  arguments: (_turn, { ticketId, to }) => ({ ticketId, status: to }),
  label: (turn, { ticketId }) =>
    say(turn, {
      fr: `Changement d’état du ticket n° ${ticketId}`,
      en: `Status change of ticket #${ticketId}`,
    }),
  done: (turn, { ticketId, to }) => {
    const name = say(turn, statusNames[to] ?? { fr: String(to), en: String(to) })
    return say(turn, { fr: `Le ticket n° ${ticketId} est ${name}.`, en: `Ticket #${ticketId} is ${name}.` })
  },
})

/** Gives a ticket another priority. */
export const ticketPriority = defineAction<Change>({
  id: 'ticket-priority',
  title: { fr: 'changement de priorité d’un ticket', en: 'changing the priority of a ticket' },
  example: { fr: 'Passe le ticket 1234 en priorité haute', en: 'Set the priority of ticket 1234 to high' },
  needs: [tool],
  carries: ['ticketIds'],
  asksFor: ['ticketIds'],
  patterns: [
    { weight: 10.5, all: ['setTo', 'priority'], slots: ['ticketIds'], without: ['body'] },
    { weight: 9, all: ['setTo', 'priority', 'ticket'], without: ['body'] },
  ],
  tool,
  subject: (turn) =>
    andThen(namedTicket(turn), (ticketId) =>
      turn.slots.priority === undefined
        ? told(
            say(turn, {
              fr: 'Quelle priorité (très basse, basse, moyenne, haute, très haute, majeure) ?',
              en: 'Which priority (very low, low, medium, high, very high, major)?',
            }),
          )
        : known({ ticketId, to: turn.slots.priority }),
    ),
  arguments: (_turn, { ticketId, to }) => ({ ticketId, priority: to }),
  label: (turn, { ticketId }) =>
    say(turn, { fr: `Priorité du ticket n° ${ticketId}`, en: `Priority of ticket #${ticketId}` }),
  done: (turn, { ticketId, to }) =>
    say(turn, {
      fr: `Le ticket n° ${ticketId} a la priorité ${to} sur 6.`,
      en: `Ticket #${ticketId} has priority ${to} of 6.`,
    }),
})

interface Assignment {
  ticketId: number
  who: { technician?: string; group?: string }
}

/** Gives a ticket to a technician or to a group. */
export const ticketAssign = defineAction<Assignment>({
  id: 'ticket-assign',
  title: { fr: 'attribution d’un ticket', en: 'assigning a ticket' },
  example: { fr: 'Attribue le ticket 1234 à sophie.legrand', en: 'Assign ticket 1234 to sophie.legrand' },
  needs: ['glpi_assign_ticket'],
  carries: ['ticketIds'],
  asksFor: ['ticketIds', 'login'],
  patterns: [
    { weight: 10, all: ['assign'], slots: ['ticketIds'], without: ['body'], none: ['unassigned'] },
    {
      weight: 9,
      all: ['assign', 'ticket'],
      without: ['body', 'clientPhrase'],
      none: ['unassigned', 'tickets'],
    },
    { weight: 9.6, all: ['setTo'], slots: ['ticketIds', 'group'], without: ['body', 'newStatus'] },
  ],
  tool: 'glpi_assign_ticket',
  subject: (turn) =>
    andThen<number, Assignment>(namedTicket(turn), (ticketId) => {
      const { login, group } = turn.slots
      if (login) return known({ ticketId, who: { technician: login } })
      if (group) return known({ ticketId, who: { group } })
      return told(
        say(turn, {
          fr: `À qui attribuer le ticket n° ${ticketId} : quel identifiant, ou quel groupe ?`,
          en: `Who shall have ticket #${ticketId}: which account name, or which group?`,
        }),
      )
    }),
  arguments: (_turn, { ticketId, who }) => ({ ticketId, ...who }),
  label: (turn, { ticketId }) =>
    say(turn, { fr: `Attribution du ticket n° ${ticketId}`, en: `Assigning ticket #${ticketId}` }),
  done: (turn, { ticketId, who }) => {
    const name = plainLine(who.technician ?? who.group ?? '')
    return say(turn, {
      fr: `Le ticket n° ${ticketId} est attribué à ${name}.`,
      en: `Ticket #${ticketId} is assigned to ${name}.`,
    })
  },
})
