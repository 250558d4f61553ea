import { ForbiddenError, NotFoundError } from '@hub/contracts'
import { readShape } from '@hub/kernel'
import { z } from 'zod'
import { toPlainLine } from '../format/rich-text.ts'
import { UserRow } from '../schemas.ts'
import type { GlpiTransport } from './transport.ts'

const keepMs = 5 * 60_000
const batchSize = 50
const from = { system: 'GLPI', what: 'the users' }

export interface GlpiUsers {
  /** Names of users by id ("Jean Dupont", or the login); ids that cannot be read are left out. */
  names(ids: number[], signal?: AbortSignal): Promise<Map<number, string>>
}

/** Users, read in batches and kept for five minutes. */
export function createUsers(transport: GlpiTransport): GlpiUsers {
  const kept = new Map<number, { name: string | null; until: number }>()
  return {
    async names(ids, signal) {
      const now = Date.now()
      for (const [id, { until }] of kept) if (until <= now) kept.delete(id)
      const wanted = [...new Set(ids)].filter((id) => id > 0)
      const unknown = wanted.filter((id) => !kept.has(id))
      for (let start = 0; start < unknown.length; start += batchSize) {
        const batch = unknown.slice(start, start + batchSize)
        const rows = await readBatch(transport, batch, signal)
        const names = new Map(rows.map((row) => [row.id, displayName(row)]))
        for (const id of batch) kept.set(id, { name: names.get(id) ?? null, until: now + keepMs })
      }
      return new Map(
        wanted.flatMap((id): [number, string][] => {
          const name = kept.get(id)?.name
          return name ? [[id, name]] : []
        }),
      )
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

function displayName({ firstname, realname, name }: UserRow): string | null {
  return toPlainLine(`${firstname} ${realname}`) || toPlainLine(name) || null
}
