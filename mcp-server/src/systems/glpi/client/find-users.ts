import type { GlpiUser } from '../domain/organisation.ts'
import { personName } from '../format/person-name.ts'
import { searchWords } from '../format/search-words.ts'
import type { SearchRow } from '../schemas.ts'
import { cellNumber, cellText, lineOf } from './cells.ts'
import { wordIn } from './criteria.ts'
import { type Criterion, search } from './search.ts'
import type { GlpiTransport } from './transport.ts'

/** Search options of User (protocol section 1.6). */
const option = { login: 1, id: 2, mail: 5, isActive: 8, firstname: 9, realname: 34, entity: 80 } as const

interface Wanted {
  limit: number
  clientId?: number | undefined
  signal?: AbortSignal | undefined
}

/** Users by login or e-mail, else by the words of their name. */
export async function findUsers(
  transport: GlpiTransport,
  query: string,
  wanted: Wanted,
): Promise<GlpiUser[]> {
  const text = query.trim()
  const find = async (criteria: Criterion[]) => {
    const { clientId, limit, signal } = wanted
    const scope: Criterion[] =
      clientId === undefined ? [] : [{ field: option.entity, type: 'under', value: clientId }]
    const columns = Object.values(option)
    const sort = { option: option.realname, order: 'ASC' } as const
    const request = { itemtype: 'User', criteria: [...criteria, ...scope], columns, sort, limit, signal }
    return (await search(transport, request)).rows.flatMap(toUser)
  }
  if (isIdentifier(text)) {
    const exact = await find([
      {
        group: [
          { field: option.login, type: 'contains', value: `^${text}$` },
          { link: 'OR', field: option.mail, type: 'contains', value: `^${text}$` },
        ],
      },
    ])
    if (exact.length > 0) return exact
  }
  const words = searchWords(text)
  return words.length === 0
    ? []
    : find(words.map((word) => wordIn([option.firstname, option.realname], word)))
}

/** A login or an address has no spaces, and none of the signs that mean something to the search. */
function isIdentifier(text: string): boolean {
  return /^[^\s^$%]+$/.test(text) && text.toUpperCase() !== 'NULL'
}

function toUser(row: SearchRow): GlpiUser[] {
  const id = cellNumber(row[option.id])
  const login = lineOf(row, option.login)
  if (id === null || login === null) return []
  const names = {
    firstname: lineOf(row, option.firstname),
    realname: lineOf(row, option.realname),
    name: login,
  }
  return [{ id, login, name: personName(names) ?? login, isActive: cellText(row[option.isActive]) !== '0' }]
}
