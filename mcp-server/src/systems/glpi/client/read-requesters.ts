import type { GlpiRequester } from '../domain/organisation.ts'
import type { SearchRow } from '../schemas.ts'
import { cellTexts } from './cells.ts'
import { anyOf } from './criteria.ts'
import { search } from './search.ts'
import type { GlpiTransport } from './transport.ts'
import { readUserRow, userOption } from './user-row.ts'

const { login, id, mail, firstname, realname } = userOption

/** Users with their addresses, in one search: a user read alone does not tell them (protocol section 1.4). */
export async function readRequesters(
  transport: GlpiTransport,
  ids: readonly number[],
  signal?: AbortSignal,
): Promise<GlpiRequester[]> {
  const wanted = [...new Set(ids)].filter((userId) => userId > 0)
  if (wanted.length === 0) return []
  const { rows } = await search(transport, {
    itemtype: 'User',
    criteria: [anyOf(id, wanted)],
    columns: [login, id, mail, firstname, realname],
    limit: wanted.length,
    signal,
  })
  return rows.flatMap(toRequester)
}

function toRequester(row: SearchRow): GlpiRequester[] {
  const user = readUserRow(row)
  return user === null ? [] : [{ ...user, emails: cellTexts(row[userOption.mail]) }]
}
