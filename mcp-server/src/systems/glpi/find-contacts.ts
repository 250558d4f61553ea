import { z } from 'zod'
import type { GlpiClient } from './domain/client.ts'
import type { ContactAddress } from './domain/organisation.ts'
import { findClient } from './find-client.ts'

export interface ClientContacts {
  clientId: number
  clientName: string
  contacts: ContactAddress[]
}

const Address = z.email().max(254)

/**
 * The e-mail addresses that GLPI holds for one client: of its entity and of the contacts of it and the entities
 * below. Each address once, in small letters; what is no address is left out.
 * @throws NotFoundError `glpi.client_not_found`; ConflictError `glpi.client_ambiguous`
 */
export async function findContacts(
  glpi: GlpiClient,
  client: string | number,
  signal?: AbortSignal,
): Promise<ClientContacts> {
  const { id, name } = await findClient(glpi, client, signal)
  const known = new Map<string, ContactAddress>()
  for (const contact of await glpi.entities.contacts(id, signal)) {
    const address = contact.address.trim().toLowerCase()
    if (!Address.safeParse(address).success) continue
    if (!known.get(address)?.name) known.set(address, { name: contact.name, address })
  }
  return { clientId: id, clientName: name, contacts: [...known.values()] }
}
