import { adSearchUsers, type FoundUser } from '@hub/contracts'
import type { SearchTerm } from '../identify/search-terms.ts'
import { fold } from '../text/fold.ts'
import { type Desk, read } from './desk.ts'

const pageSize = 50

/** Where anybody can have an address: it tells nothing of a client. */
const freeMail =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|proton|protonmail|gmx|aol|orange|wanadoo|free|sfr|neuf|laposte|bbox)\./

export interface FoundPeople {
  users: FoundUser[]
  /** False when there may be more than was found. */
  isComplete: boolean
}

/** The accounts of exactly this client that match; a directory may answer for clients of similar names too. */
async function search(desk: Desk, client: string, query?: string): Promise<FoundPeople> {
  const found = await read(desk, {
    tool: adSearchUsers,
    arguments: { client, limit: pageSize, ...(query !== undefined && { query }) },
  })
  const users = found.users.filter(({ company }) => company === null || fold(company) === fold(client))
  const isComplete = found.complete && found.unaskedDomains.length === 0 && found.total <= found.users.length
  return { users, isComplete }
}

/** Mail domains of the client's own accounts. To be called inside a step. */
export async function clientDomains(desk: Desk, client: string | null): Promise<string[]> {
  if (client === null) return []
  const { users } = await search(desk, client)
  const domains = users.flatMap(({ mail }) => mail?.split('@')[1]?.toLowerCase() ?? [])
  return [...new Set(domains)].filter((domain) => !freeMail.test(domain)).sort()
}

/** Everybody of the client who may be meant. To be called inside a step. */
export async function findPeople(
  desk: Desk,
  client: string | null,
  terms: readonly SearchTerm[],
): Promise<FoundPeople> {
  if (client === null) return { users: [], isComplete: true }
  const users = new Map<string, FoundUser>()
  let isComplete = true
  for (const { value } of terms) {
    const found = await search(desk, client, value)
    for (const user of found.users) users.set(user.guid, user)
    isComplete &&= found.isComplete
  }
  return { users: [...users.values()], isComplete }
}
