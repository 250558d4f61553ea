import { readShape } from '@hub/kernel'
import type { Entity, GlpiEntities } from '../domain/organisation.ts'
import { toPlainLine } from '../format/rich-text.ts'
import { bestFirst, searchWords } from '../format/search-words.ts'
import { EntityRow, type SearchRow } from '../schemas.ts'
import { cellNumber, lineOf } from './cells.ts'
import { readContacts } from './contacts.ts'
import { type Criterion, search } from './search.ts'
import type { GlpiTransport } from './transport.ts'

/** Search options of Entity (protocol section 1.6). */
const option = { completeName: 1, id: 2, phone: 5, email: 6, town: 11, name: 14 } as const

/** Clients: the entities of GLPI. */
export function createEntities(transport: GlpiTransport): GlpiEntities {
  return {
    async find(query, limit, signal) {
      const words = searchWords(query)
      if (words.length === 0) return { entities: [], total: 0 }
      const criteria = words.map(
        (value): Criterion => ({ field: option.completeName, type: 'contains', value }),
      )
      const columns = Object.values(option)
      const sort = { option: option.completeName, order: 'ASC' } as const
      const found = await search(transport, { itemtype: 'Entity', criteria, columns, sort, limit, signal })
      const entities = bestFirst(query, found.rows.flatMap(toEntity), ({ name }) => name)
      return { entities, total: found.total }
    },
    async get(entityId, signal) {
      const { id, name, completename, town, phonenumber, email } = await readEntity(
        transport,
        entityId,
        signal,
      )
      return {
        id,
        name: toPlainLine(name),
        completeName: toPlainLine(completename),
        town: toPlainLine(town) || null,
        phone: toPlainLine(phonenumber) || null,
        email: toPlainLine(email) || null,
      }
    },
    async contacts(entityId, signal) {
      const [entity, contacts] = await Promise.all([
        readEntity(transport, entityId, signal),
        readContacts(transport, entityId, signal),
      ])
      const own = [entity.email, entity.admin_email].filter((address) => address !== '')
      return [...own.map((address) => ({ name: null, address })), ...contacts]
    },
  }
}

async function readEntity(transport: GlpiTransport, entityId: number, signal?: AbortSignal) {
  const answer = await transport.call({
    path: `/Entity/${entityId}`,
    query: { get_hateoas: false },
    missing: {
      reason: 'glpi.client_not_found',
      message: `GLPI has no client ${entityId} that the Hub may see`,
      params: { client: entityId },
    },
    ...(signal && { signal }),
  })
  return readShape(EntityRow, answer.data, { system: 'GLPI', what: 'the client' })
}

function toEntity(row: SearchRow): Entity[] {
  const id = cellNumber(row[option.id])
  const completeName = lineOf(row, option.completeName)
  if (id === null || completeName === null) return []
  return [
    {
      id,
      name: lineOf(row, option.name) ?? completeName.split(' > ').at(-1) ?? completeName,
      completeName,
      town: lineOf(row, option.town),
      phone: lineOf(row, option.phone),
      email: lineOf(row, option.email),
    },
  ]
}
