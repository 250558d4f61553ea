import type { ActionTarget, LocalizedText } from '@hub/contracts'

/** The facts of a ticket that can support or contradict a request. */
export interface TicketParties {
  clientName: string | null
  requesters: string[]
}

/** What the ticket says about the target: whose ticket it is, and whether that fits. Pure. */
export function ticketEvidence(ticket: TicketParties, target: ActionTarget): LocalizedText[] {
  const { clientName } = target.attributes
  return [
    ...requesterEvidence(ticket.requesters, target),
    ...clientEvidence(ticket.clientName, typeof clientName === 'string' ? clientName : null),
  ]
}

/** Only an account has a person to compare the requester with. */
function requesterEvidence(requesters: string[], target: ActionTarget): LocalizedText[] {
  if (target.system !== 'ad' || requesters.length === 0) return []
  const names = requesters.join(', ')
  if (requesters.some((name) => isSamePerson(name, target.name)))
    return [
      {
        fr: `Le demandeur du ticket, ${names}, est le titulaire du compte.`,
        en: `The requester of the ticket, ${names}, is the owner of the account.`,
      },
    ]
  return [
    {
      fr: `Attention : le demandeur du ticket (${names}) n’est pas le titulaire du compte (${target.name}).`,
      en: `Careful: the requester of the ticket (${names}) is not the owner of the account (${target.name}).`,
    },
  ]
}

function clientEvidence(ofTicket: string | null, ofTarget: string | null): LocalizedText[] {
  if (!ofTicket || !ofTarget || contains(ofTicket, ofTarget) || contains(ofTarget, ofTicket)) return []
  return [
    {
      fr: `Attention : le ticket est de ${ofTicket}, la cible de ${ofTarget}.`,
      en: `Careful: the ticket is from ${ofTicket}, the target from ${ofTarget}.`,
    },
  ]
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const words = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

function contains(text: string, part: string): boolean {
  return words(text).join(' ').includes(words(part).join(' '))
}

/** The same words in any order: GLPI writes "Dupont Jean", the directory "Jean Dupont". */
function isSamePerson(requester: string, target: string): boolean {
  const wanted = words(requester)
  const there = new Set(words(target))
  return wanted.length > 1 && wanted.every((word) => there.has(word))
}
