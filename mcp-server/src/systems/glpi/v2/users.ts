import type { GlpiRequester, GlpiUser, GlpiUsers } from '../domain/organisation.ts'
import { personName } from '../format/person-name.ts'
import { searchWords } from '../format/search-words.ts'
import { readEntity } from './entities.ts'
import { listAll, listItems } from './list-items.ts'
import { allOf, anyOf, canEqual, contains, equalTo, type Filter, isFalse, oneOf } from './rsql.ts'
import { UserItem } from './schemas.ts'
import type { V2Transport } from './transport.ts'

const keepMs = 5 * 60_000
const batchSize = 50
const users = { path: '/Administration/User', item: UserItem, what: 'the users' }

/** Users, read in batches and kept for five minutes. */
export function createUsers(transport: V2Transport): GlpiUsers {
  const kept = new Map<number, { user: GlpiUser | null; until: number }>()

  async function readBatch(ids: number[], signal?: AbortSignal): Promise<void> {
    const { items } = await listAll(transport, {
      ...users,
      filters: [oneOf('id', ids)],
      limit: batchSize,
      signal,
    })
    const found = new Map(items.map((item) => [item.id, toUser(item)]))
    for (const id of ids) kept.set(id, { user: found.get(id) ?? null, until: Date.now() + keepMs })
  }

  async function read(ids: number[], signal?: AbortSignal): Promise<GlpiUser[]> {
    const now = Date.now()
    for (const [id, { until }] of kept) if (until <= now) kept.delete(id)
    const wanted = [...new Set(ids)].filter((id) => id > 0)
    const unknown = wanted.filter((id) => !kept.has(id))
    for (let start = 0; start < unknown.length; start += batchSize) {
      await readBatch(unknown.slice(start, start + batchSize), signal)
    }
    return wanted.flatMap((id) => kept.get(id)?.user ?? [])
  }

  return {
    find: (query, options, signal) => findUsers(transport, query, { ...options, signal }),
    requesters: (ids, signal) => readRequesters(transport, ids, signal),
    get: async (userId, signal) => (await read([userId], signal))[0],
    async names(ids, signal) {
      const found = await read(ids, signal)
      return new Map(found.flatMap(({ id, name }) => (name === '' ? [] : [[id, name]])))
    },
  }
}

/** Read afresh: addresses decide whether somebody is believed. */
async function readRequesters(
  transport: V2Transport,
  ids: readonly number[],
  signal?: AbortSignal,
): Promise<GlpiRequester[]> {
  const wanted = [...new Set(ids)].filter((id) => id > 0)
  if (wanted.length === 0) return []
  const { items } = await listItems(transport, {
    ...users,
    filters: [oneOf('id', wanted), isFalse('is_deleted')],
    limit: wanted.length,
    signal,
  })
  return items.map((item) => {
    const { id, login, name } = toUser(item)
    const mails = (item.emails ?? []).toSorted(
      (a, b) => Number(b.is_default === true) - Number(a.is_default === true),
    )
    return { id, login, name, emails: mails.flatMap(({ email }) => (email === '' ? [] : [email])) }
  })
}

interface Wanted {
  limit: number
  clientId?: number | undefined
  signal?: AbortSignal | undefined
}

/** Users by login or e-mail, else by the words of their name. */
async function findUsers(transport: V2Transport, query: string, wanted: Wanted): Promise<GlpiUser[]> {
  const text = query.trim()
  const { clientId: entityId, limit, signal } = wanted
  // GLPI ignores in silence an entity that it may not open: one that is seen can be opened.
  if (entityId !== undefined) await readEntity(transport, entityId, signal)
  const find = async (filter: Filter) => {
    const filters = [filter, isFalse('is_deleted')]
    const { items } = await listItems(transport, {
      ...users,
      filters,
      sort: 'realname:asc',
      limit,
      entityId,
      signal,
    })
    return items.map(toUser)
  }
  if (/^\S+$/.test(text) && canEqual(text)) {
    const exact = await find(anyOf([equalTo('username', text), equalTo('emails.email', text)]))
    if (exact.length > 0) return exact
  }
  const words = searchWords(text)
  const inName = (word: string) => anyOf([contains('firstname', word), contains('realname', word)])
  return words.length === 0 ? [] : find(allOf(words.map(inName)))
}

function toUser({ id, username, realname, firstname, is_active }: UserItem): GlpiUser {
  return {
    id,
    login: username,
    name: personName({ firstname, realname, name: username }) ?? '',
    isActive: is_active,
  }
}
