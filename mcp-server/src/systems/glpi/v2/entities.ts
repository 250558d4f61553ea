import { UpstreamError } from '@hub/contracts'
import { readShape } from '@hub/kernel'
import type { z } from 'zod'
import type { Entity, GlpiEntities } from '../domain/organisation.ts'
import { toPlainLine } from '../format/rich-text.ts'
import { bestFirst, searchWords } from '../format/search-words.ts'
import { listItems } from './list-items.ts'
import { contains } from './rsql.ts'
import { EntityItem } from './schemas.ts'
import type { V2Transport } from './transport.ts'

const path = '/Administration/Entity'

/**
 * Clients: the entities of GLPI. The High-Level API tells neither town nor phone nor e-mail address of an entity, and
 * no address of a contact.
 */
export function createEntities(transport: V2Transport): GlpiEntities {
  return {
    async find(query, limit, signal) {
      const words = searchWords(query)
      if (words.length === 0) return { entities: [], total: 0 }
      const filters = words.map((word) => contains('completename', word))
      const request = {
        path,
        item: EntityItem,
        what: 'the clients',
        filters,
        sort: 'completename:asc',
        limit,
        signal,
      }
      const { items, total } = await listItems(transport, request)
      return { entities: bestFirst(query, items.map(toEntity), ({ name }) => name), total }
    },
    async get(entityId, signal) {
      return toEntity(await readEntity(transport, entityId, signal))
    },
    async contacts(entityId, signal) {
      await readEntity(transport, entityId, signal)
      throw new UpstreamError(
        'The High-Level API of GLPI does not tell the e-mail addresses of a client; GLPI_API=legacy does',
        { reason: 'glpi.unsupported', params: { system: 'GLPI' } },
      )
    },
  }
}

/** @throws NotFoundError `glpi.client_not_found` */
export async function readEntity(
  transport: V2Transport,
  entityId: number,
  signal?: AbortSignal,
): Promise<z.infer<typeof EntityItem>> {
  const answer = await transport.call({
    path: `${path}/${entityId}`,
    missing: {
      reason: 'glpi.client_not_found',
      message: `GLPI has no client ${entityId} that the Hub may see`,
      params: { client: entityId },
    },
    signal,
  })
  return readShape(EntityItem, answer.data, { system: 'GLPI', what: 'the client' })
}

function toEntity({ id, name, completename }: z.infer<typeof EntityItem>): Entity {
  const completeName = toPlainLine(completename)
  return { id, name: toPlainLine(name), completeName, town: null, phone: null, email: null }
}
