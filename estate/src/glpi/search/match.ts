import type { Cell, GlpiDatabase, Row } from '../database.ts'
import { badRequest } from '../glpi-error.ts'
import { type Itemtype, itemtypes } from '../itemtypes.ts'
import { resolveDate } from './dates.ts'
import { likePattern } from './like.ts'
import type { SearchOption } from './option.ts'

const statusSets: Record<string, readonly number[]> = {
  notold: [1, 2, 3, 4],
  notclosed: [1, 2, 3, 4, 5],
  process: [2, 3],
  old: [5, 6],
  all: [1, 2, 3, 4, 5, 6],
}

interface Criterion {
  option: SearchOption
  searchtype: string
  value: string
}

interface Setting {
  db: GlpiDatabase
  now: Date
}

export type RowTest = (row: Row) => boolean

function equalsTest({ option, value }: Criterion, { db, now }: Setting): RowTest {
  const set = option.id === 12 && option.table === 'glpi_tickets' ? statusSets[value] : undefined
  if (set) return (row) => set.includes(Number(row.status))
  const wanted = option.datatype === 'datetime' ? resolveDate(value, now) : value
  return (row) => option.keys(row, db).some((key) => String(key ?? '') === wanted)
}

function compareTest({ option, value }: Criterion, { db, now }: Setting, sign: 1 | -1): RowTest {
  const wanted = option.datatype === 'datetime' ? resolveDate(value, now) : value
  const isAfter = (key: Cell) => {
    if (key === null) return false
    const difference =
      typeof key === 'number' ? key - Number(wanted) : key > wanted ? 1 : key < wanted ? -1 : 0
    return sign * difference > 0
  }
  return (row) => option.keys(row, db).some(isAfter)
}

/** Ids of a tree node and everything below it. */
function branch(db: GlpiDatabase, type: Itemtype, root: number): number[] {
  const children = db.where(type, { [itemtypes[type].foreignKey]: root }).filter((child) => child.id !== root)
  return [root, ...children.flatMap((child) => branch(db, type, child.id))]
}

function underTest({ option, value }: Criterion, { db }: Setting): RowTest {
  if (!option.tree) throw badRequest('Malformed search criteria')
  const ids = new Set(branch(db, option.tree, Number(value)))
  return (row) => option.keys(row, db).some((key) => key !== null && ids.has(Number(key)))
}

function containsTest({ option, value }: Criterion, { db }: Setting): RowTest {
  const isNumber = option.datatype === 'number' && /^\d+$/.test(value)
  const like = likePattern(isNumber ? `^${value}$` : value)
  return (row) => {
    const texts = option.texts(row, db)
    return (texts.length > 0 ? texts : ['']).some(like)
  }
}

const not =
  (test: RowTest): RowTest =>
  (row) =>
    !test(row)

/** The test of one criterion; throws ERROR for an operator that GLPI does not know. */
export function rowTest(criterion: Criterion, setting: Setting): RowTest {
  switch (criterion.searchtype) {
    case 'contains':
      return containsTest(criterion, setting)
    case 'notcontains':
      return not(containsTest(criterion, setting))
    case 'equals':
      return equalsTest(criterion, setting)
    case 'notequals':
      return not(equalsTest(criterion, setting))
    case 'lessthan':
      return compareTest(criterion, setting, -1)
    case 'morethan':
      return compareTest(criterion, setting, 1)
    case 'under':
      return underTest(criterion, setting)
    case 'notunder':
      return not(underTest(criterion, setting))
    case 'empty':
      return containsTest({ ...criterion, value: '^$' }, setting)
    default:
      throw badRequest('Malformed search criteria')
  }
}
