import { personName } from '../format/person-name.ts'
import type { SearchRow } from '../schemas.ts'
import { cellNumber, lineOf } from './cells.ts'

/** Search options of User (protocol section 1.6). */
export const userOption = {
  login: 1,
  id: 2,
  mail: 5,
  isActive: 8,
  firstname: 9,
  realname: 34,
  entity: 80,
} as const

/** Who a row of a search for users is; null without number or login. */
export function readUserRow(row: SearchRow): { id: number; login: string; name: string } | null {
  const id = cellNumber(row[userOption.id])
  const login = lineOf(row, userOption.login)
  if (id === null || login === null) return null
  const names = {
    firstname: lineOf(row, userOption.firstname),
    realname: lineOf(row, userOption.realname),
    name: login,
  }
  return { id, login, name: personName(names) ?? login }
}
