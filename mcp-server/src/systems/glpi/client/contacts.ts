import type { ContactAddress } from '../domain/organisation.ts'
import type { SearchRow } from '../schemas.ts'
import { lineOf } from './cells.ts'
import { searchAll } from './search.ts'
import type { GlpiTransport } from './transport.ts'

/** Search options of Contact, as its class in GLPI numbers them. */
const option = { name: 1, id: 2, email: 6, firstname: 11, entity: 80 } as const

/** Contacts with an address, of an entity and those below it. */
export async function readContacts(
  transport: GlpiTransport,
  entityId: number,
  signal?: AbortSignal,
): Promise<ContactAddress[]> {
  const rows = await searchAll(transport, {
    itemtype: 'Contact',
    criteria: [{ field: option.entity, type: 'under', value: entityId }],
    columns: Object.values(option),
    sort: { option: option.id, order: 'ASC' },
    limit: 200,
    signal,
  })
  return rows.flatMap(toContact)
}

function toContact(row: SearchRow): ContactAddress[] {
  const address = lineOf(row, option.email)
  const names = [lineOf(row, option.firstname), lineOf(row, option.name)].flatMap((name) => name ?? [])
  return address === null ? [] : [{ name: names.join(' ') || null, address }]
}
