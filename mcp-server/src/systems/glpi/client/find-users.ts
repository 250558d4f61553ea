import type { GlpiUser } from '../domain/organisation.ts'
import { searchWords } from '../format/search-words.ts'
import type { SearchRow } from '../schemas.ts'
import { cellText } from './cells.ts'
import { wordIn } from './criteria.ts'
import { type Criterion, search } from './search.ts'
import type { GlpiTransport } from './transport.ts'
import { readUserRow, userOption } from './user-row.ts'

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
      clientId === undefined ? [] : [{ field: userOption.entity, type: 'under', value: clientId }]
    const columns = Object.values(userOption)
    const sort = { option: userOption.realname, order: 'ASC' } as const
    const request = { itemtype: 'User', criteria: [...criteria, ...scope], columns, sort, limit, signal }
    return (await search(transport, request)).rows.flatMap(toUser)
  }
  if (isIdentifier(text)) {
    const exact = await find([
      {
        group: [
          { field: userOption.login, type: 'contains', value: `^${text}$` },
          { link: 'OR', field: userOption.mail, type: 'contains', value: `^${text}$` },
        ],
      },
    ])
    if (exact.length > 0) return exact
  }
  const words = searchWords(text)
  return words.length === 0
    ? []
    : find(words.map((word) => wordIn([userOption.firstname, userOption.realname], word)))
}

/** A login or an address has no spaces, and none of the signs that mean something to the search. */
function isIdentifier(text: string): boolean {
  return /^[^\s^$%]+$/.test(text) && text.toUpperCase() !== 'NULL'
}

function toUser(row: SearchRow): GlpiUser[] {
  const user = readUserRow(row)
  return user === null ? [] : [{ ...user, isActive: cellText(row[userOption.isActive]) !== '0' }]
}
