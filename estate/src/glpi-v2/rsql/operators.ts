import type { Cell } from '../../glpi/database.ts'
import { invalidParameter } from '../v2-error.ts'

type CellTest = (cell: Cell) => boolean

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The database compares texts without case or accents. */
function compare(cell: Cell, value: string): number | undefined {
  if (cell === null) return undefined
  if (typeof cell === 'number') return cell - Number(value)
  return fold(cell).localeCompare(fold(value))
}

/** `*` is any text; `%` and, as in SQL, `_` are any one character. */
function like(value: string, change: (text: string) => string): CellTest {
  const source = [...change(value)]
    .map((character) => {
      if (character === '*') return '.*'
      if (character === '%' || character === '_') return '.'
      return character.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
    })
    .join('')
  const pattern = new RegExp(`^${source}$`, 's')
  return (cell) => cell !== null && pattern.test(change(String(cell)))
}

function among(list: string): CellTest {
  const items = /^\((.*)\)$/s.exec(list)?.[1]
  if (items === undefined) throw invalidParameter('Invalid RSQL array', list)
  const values = items.split(',').map((item) => item.trim().replace(/^(["'])(.*)\1$/, '$2'))
  return (cell) => values.some((value) => compare(cell, value) === 0)
}

const order =
  (value: string, accepts: (difference: number) => boolean): CellTest =>
  (cell) => {
    const difference = compare(cell, value)
    return difference !== undefined && accepts(difference)
  }

const unquoted = (value: string) => (/^(["']).*\1$/.test(value) ? value.slice(1, -1) : value)

const binary: Record<string, (value: string) => CellTest> = {
  '==': (value) => order(value, (difference) => difference === 0),
  '!=': (value) => order(value, (difference) => difference !== 0),
  '=lt=': (value) => order(value, (difference) => difference < 0),
  '=le=': (value) => order(value, (difference) => difference <= 0),
  '=gt=': (value) => order(value, (difference) => difference > 0),
  '=ge=': (value) => order(value, (difference) => difference >= 0),
  '=like=': (value) => like(value, (text) => text),
  '=ilike=': (value) => like(value, fold),
  '=in=': among,
  '=out=': (value) => {
    const isIn = among(value)
    return (cell) => cell !== null && !isIn(cell)
  },
}

const isEmpty: CellTest = (cell) => cell === null || cell === ''
const unary: Record<string, CellTest> = {
  '=isnull=': (cell) => cell === null,
  '=notnull=': (cell) => cell !== null,
  '=empty=': isEmpty,
  '=notempty=': (cell) => !isEmpty(cell),
}

/** The test of an operator (2.5); undefined when GLPI does not know it, 400 when its value is missing. */
export function cellTest(
  operator: string,
  value: string | undefined,
  isBoolean: boolean,
): CellTest | undefined {
  if (Object.hasOwn(unary, operator)) return unary[operator]
  const build = Object.hasOwn(binary, operator) ? binary[operator] : undefined
  if (build === undefined) return undefined
  if (value === undefined) throw invalidParameter('RSQL query is missing a value')
  const plain = unquoted(value)
  if (!isBoolean) return build(plain)
  return build(/^(1|true|on|yes)$/i.test(plain) ? '1' : '0')
}
