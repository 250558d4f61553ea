import { lookUpClients } from '../client-lookup.ts'
import type { Turn } from '../intent.ts'
import { renderLookup } from '../render/lookup.ts'
import { known, type Resolution, told } from '../resolution.ts'
import type { ClientRow } from '../shapes.ts'

/** The client that the sentence names, by its name in GLPI. */
export function namedClient(turn: Turn): Resolution<ClientRow> {
  const lookup = lookUpClients(turn)
  if (lookup.step === 'one-client') return known(lookup.client)
  if (lookup.step === 'searching' && turn.offered.has('glpi_search_client')) {
    return { state: 'wanted', calls: [{ tool: 'glpi_search_client', arguments: { query: lookup.query } }] }
  }
  if (lookup.step === 'searching') return known({ name: lookup.query, devices: [] })
  return told(renderLookup(turn, lookup))
}

/** The client that the sentence names; undefined when it names none. */
export function anyClient(turn: Turn): Resolution<ClientRow | undefined> {
  return turn.slots.clientPhrase === undefined ? known(undefined) : namedClient(turn)
}
