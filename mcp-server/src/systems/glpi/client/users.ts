import { ForbiddenError, NotFoundError } from '@hub/contracts'
import { readShape } from '@hub/kernel'
import { z } from 'zod'
import type { GlpiUser, GlpiUsers } from '../domain/organisation.ts'
import { personName } from '../format/person-name.ts'
import { UserRow } from '../schemas.ts'
import { findUsers } from './find-users.ts'
import { readRequesters } from './read-requesters.ts'
import type { GlpiTransport } from './transport.ts'

const keepMs = 5 * 60_000
const batchSize = 50
const from = { system: 'GLPI', what: 'the users' }

/** Users, read in batches and kept for five minutes. */
export function createUsers(transport: GlpiTransport): GlpiUsers {
  const kept = new Map<number, { user: GlpiUser | null; until: number }>()

  async function read(ids: number[], signal?: AbortSignal): Promise<Map<number, GlpiUser>> {
    const now = Date.now()
    for (const [id, { until }] of kept) if (until <= now) kept.delete(id)
    const wanted = [...new Set(ids)].filter((id) => id > 0)
    const unknown = wanted.filter((id) => !kept.has(id))
    for (let start = 0; start < unknown.length; start += batchSize) {
      const batch = unknown.slice(start, start + batchSize)
      const rows = await readBatch(transport, batch, signal)
      const users = new Map(rows.map((row) => [row.id, toUser(row)]))
      for (const id of batch) kept.set(id, { user: users.get(id) ?? null, until: now + keepMs })
    }
    return new Map(
      wanted.flatMap((id): [number, GlpiUser][] => {
        const user = kept.get(id)?.user
        return user ? [[id, user]] : []
      }),
    )
  }

  return {
    find: (query, options, signal) => findUsers(transport, query, { ...options, signal }),
    requesters: (ids, signal) => readRequesters(transport, ids, signal),
    get: async (userId, signal) => (await read([userId], signal)).get(userId),
    async names(ids, signal) {
      const users = await read(ids, signal)
      return new Map([...users].flatMap(([id, { name }]) => (name === '' ? [] : [[id, name]])))
    },
  }
}

async function readBatch(transport: GlpiTransport, ids: number[], signal?: AbortSignal): Promise<UserRow[]> {
  const query = Object.fromEntries(
    ids.flatMap((id, index) => [
      [`items[${index}][itemtype]`, 'User'],
      [`items[${index}][items_id]`, id],
    ]),
  )
  try {
    const answer = await transport.call({ path: '/getMultipleItems', query, ...(signal && { signal }) })
    return readShape(z.array(UserRow), answer.data, from)
  } catch (error) {
    if (!isHidden(error)) throw error
    // One user that cannot be seen fails the whole batch: ask for each alone.
    return (await Promise.all(ids.map((id) => readOne(transport, id, signal)))).flat()
  }
}

async function readOne(transport: GlpiTransport, id: number, signal?: AbortSignal): Promise<UserRow[]> {
  try {
    const query = { get_hateoas: false }
    const answer = await transport.call({ path: `/User/${id}`, query, ...(signal && { signal }) })
    return [readShape(UserRow, answer.data, from)]
  } catch (error) {
    if (isHidden(error)) return []
    throw error
  }
}

function isHidden(error: unknown): boolean {
  return error instanceof NotFoundError || error instanceof ForbiddenError
}

function toUser(row: UserRow): GlpiUser {
  return { id: row.id, login: row.name, name: personName(row) ?? '', isActive: row.is_active }
}
