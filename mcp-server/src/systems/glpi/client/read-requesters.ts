import type { GlpiRequester } from '../domain/organisation.ts'
import { personName } from '../format/person-name.ts'
import type { SearchRow } from '../schemas.ts'
import { cellNumber, cellTexts, lineOf } from './cells.ts'
import { anyOf } from './criteria.ts'
import { search } from './search.ts'
import type { GlpiTransport } from './transport.ts'

/** Search options of User (protocol section 1.6). */
const option = { login: 1, id: 2, mail: 5, firstname: 9, realname: 34 } as const

/** Users with their addresses, in one search: a user read alone does not tell them (protocol section 1.4). */
export async function readRequesters(
  transport: GlpiTransport,
  ids: readonly number[],
  signal?: AbortSignal,
): Promise<GlpiRequester[]> {
  const wanted = [...new Set(ids)].filter((id) => id > 0)
  if (wanted.length === 0) return []
  const { rows } = await search(transport, {
    itemtype: 'User',
    criteria: [anyOf(option.id, wanted)],
    columns: Object.values(option),
    limit: wanted.length,
    signal,
  })
  return rows.flatMap(toRequester)
}

function toRequester(row: SearchRow): GlpiRequester[] {
  const id = cellNumber(row[option.id])
  const login = lineOf(row, option.login)
  if (id === null || login === null) return []
  const names = {
    firstname: lineOf(row, option.firstname),
    realname: lineOf(row, option.realname),
    name: login,
  }
  return [{ id, login, name: personName(names) ?? login, emails: cellTexts(row[option.mail]) }]
}
