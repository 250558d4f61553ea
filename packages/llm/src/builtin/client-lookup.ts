import type { Turn } from './intent.ts'
import { dataOf, resultsOf } from './results.ts'
import { ClientData, type ClientRow } from './shapes.ts'
import { clientQueries, expandSaints, wideQuery } from './slots/client-queries.ts'
import { orgWord } from './slots/org-words.ts'
import { editDistance } from './text/edit-distance.ts'
import { foldToWords } from './text/fold.ts'
import type { ToolResult } from './tool-results.ts'

export type ClientMiss =
  | { step: 'unnamed' }
  | { step: 'searching'; query: string }
  | { step: 'failed'; result: ToolResult }
  | { step: 'no-client' }
  | { step: 'many-clients'; clients: ClientRow[] }

export type ClientLookup = ClientMiss | { step: 'one-client'; client: ClientRow }

const listed = (name: string) => foldToWords(expandSaints(name))

function choose(clients: ClientRow[], query: string): ClientLookup {
  const [only, ...rest] = clients
  if (only && rest.length === 0) return { step: 'one-client', client: only }
  const wanted = listed(query)
  const [exact, ...more] = clients.filter(({ name }) => listed(name) === wanted)
  return exact && more.length === 0
    ? { step: 'one-client', client: exact }
    : { step: 'many-clients', clients }
}

const mostSlips = 2

/** Whether a phrase of a sentence, with its slips, may stand for the client of this name. */
export const mayMean = (name: string, phrase: string): boolean => {
  const distance = slips(name, phrase)
  return distance <= mostSlips || distance === Number.POSITIVE_INFINITY
}

/** How many typing slips lie between the telling words of a phrase and those of a name. */
function slips(name: string, phrase: string): number {
  const known = listed(name).split(' ')
  const told = listed(phrase)
    .split(' ')
    .filter((word) => word.length > 2 && !orgWord.test(word))
  if (told.length === 0) return Number.POSITIVE_INFINITY
  return told.reduce((sum, word) => sum + Math.min(...known.map((other) => editDistance(other, word))), 0)
}

/** The clients whose name is the phrase with a few typing slips. */
function closest(clients: ClientRow[], phrase: string): ClientRow[] {
  const far = clients.map((client) => ({ client, distance: slips(client.name, phrase) }))
  const least = Math.min(mostSlips, ...far.map(({ distance }) => distance))
  return far.filter(({ distance }) => distance === least).map(({ client }) => client)
}

/** Finds the client that a sentence names, by one spelling after another, at last by its first word and the closest name. */
export function lookUpClients(turn: Turn): ClientLookup {
  const { clientPhrase } = turn.slots
  if (clientPhrase === undefined) return { step: 'unnamed' }
  const searches = resultsOf(turn, 'glpi_search_client')
  const exact = clientQueries(clientPhrase)
  const wide = wideQuery(clientPhrase)
  const queries = wide !== undefined && !exact.includes(wide) ? [...exact, wide] : exact
  for (const [index, query] of queries.entries()) {
    const result = searches[index]
    if (!result) return { step: 'searching', query }
    const found = dataOf(result, ClientData)
    if (!found) return { step: 'failed', result }
    const clients = exact.includes(query) ? found.clients : closest(found.clients, clientPhrase)
    if (clients.length > 0) return choose(clients, query)
  }
  return { step: 'no-client' }
}
