import { ConflictError, LimitExceededError, ValidationError } from '@hub/contracts'
import { z } from 'zod'

/** The addresses that GLPI holds for one client. */
export interface ClientContacts {
  clientId: number
  clientName: string
  contacts: { name: string | null; address: string }[]
}

/** @throws AppError when the client is not known or GLPI does not answer */
export type FindContacts = (client: string, signal: AbortSignal) => Promise<ClientContacts>

export interface Recipients {
  clientId: number
  clientName: string
  /** Lower case, each once, sorted: the same people always make the same list. */
  addresses: string[]
  /** Name by address, where GLPI has one. */
  names: Map<string, string>
}

/** RFC 5321 section 4.5.3.1.8: every server takes at least 100; a client with more is no client but a list. */
const maxRecipients = 50

/** The entity above all others has this id in every GLPI: under it stand the contacts of every client. */
const rootEntity = 0

/**
 * Who a mail to a client goes to: all the addresses that GLPI holds, or the one of them that `contact` names.
 * @throws ConflictError `mail.no_contact`, `mail.not_a_client`; ValidationError `mail.unknown_contact` naming the known ones;
 *   LimitExceededError `mail.too_many_recipients`
 */
export function chooseRecipients(known: ClientContacts, contact?: string): Recipients {
  const { clientId, clientName } = known
  if (clientId === rootEntity)
    throw new ConflictError(`${clientName} is the root of GLPI, above all clients: name one client`, {
      reason: 'mail.not_a_client',
      params: { client: clientName },
    })
  const usable = known.contacts.flatMap(({ name, address }) => {
    const parsed = z.email().max(254).safeParse(address.trim().toLowerCase())
    return parsed.success ? [{ name, address: parsed.data }] : []
  })
  const all = [...new Set(usable.map(({ address }) => address))].sort()
  if (all.length === 0)
    throw new ConflictError(`GLPI holds no mail address for ${clientName}`, {
      reason: 'mail.no_contact',
      params: { client: clientName },
    })
  const addresses = contact === undefined ? all : [oneOf(all, { contact, clientName })]
  if (addresses.length > maxRecipients)
    throw new LimitExceededError(`${clientName} has more than ${maxRecipients} addresses: name one contact`, {
      reason: 'mail.too_many_recipients',
      params: { client: clientName, max: maxRecipients },
    })
  const names = new Map(usable.flatMap(({ name, address }) => (name ? [[address, name] as const] : [])))
  return { clientId, clientName, addresses, names }
}

function oneOf(all: string[], { contact, clientName }: { contact: string; clientName: string }): string {
  const wanted = contact.trim().toLowerCase()
  const found = all.find((address) => address === wanted)
  if (found !== undefined) return found
  const list = all.slice(0, maxRecipients).join(', ')
  throw new ValidationError(`GLPI does not hold this address for ${clientName}; it holds: ${list}`, {
    reason: 'mail.unknown_contact',
    params: { client: clientName, known: list },
  })
}
