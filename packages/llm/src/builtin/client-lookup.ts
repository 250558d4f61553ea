import type { Turn } from './intent.ts'
import { dataOf, resultsOf } from './results.ts'
import { ClientData, type ClientRow } from './shapes.ts'
import { clientQueries, expandSaints } from './slots/client-queries.ts'
import { foldToWords } from './text/fold.ts'
import type { ToolResult } from './tool-results.ts'

export type ClientMiss =
  | { step: 'unnamed' }
  | { step: 'searching'; query: string }
  | { step: 'failed'; result: ToolResult }
  | { step: 'no-client' }
  | { step: 'many-clients'; clients: ClientRow[] }

export type ClientLookup = ClientMiss | { step: 'one-client'; client: ClientRow }

function choose(clients: ClientRow[], query: string): ClientLookup {
  const [only, ...rest] = clients
  if (only && rest.length === 0) return { step: 'one-client', client: only }
  const wanted = foldToWords(expandSaints(query))
  const [exact, ...more] = clients.filter(({ name }) => foldToWords(expandSaints(name)) === wanted)
  return exact && more.length === 0
    ? { step: 'one-client', client: exact }
    : { step: 'many-clients', clients }
}

/** Finds the client that a sentence names, by one spelling after another. */
export function lookUpClients(turn: Turn): ClientLookup {
  const { clientPhrase } = turn.slots
  if (clientPhrase === undefined) return { step: 'unnamed' }
  const searches = resultsOf(turn, 'glpi_search_client')
  for (const [index, query] of clientQueries(clientPhrase).entries()) {
    const result = searches[index]
    if (!result) return { step: 'searching', query }
    const found = dataOf(result, ClientData)
    if (!found) return { step: 'failed', result }
    if (found.clients.length > 0) return choose(found.clients, query)
  }
  return { step: 'no-client' }
}
