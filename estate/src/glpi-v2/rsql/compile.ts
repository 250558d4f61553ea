import type { GlpiDatabase, Row } from '../../glpi/database.ts'
import type { Schema } from '../schemas/schema.ts'
import { invalidParameter } from '../v2-error.ts'
import { cellTest } from './operators.ts'
import { type Comparison, type RsqlToken, tokenize } from './tokenize.ts'

export type RowTest = (row: Row) => boolean

interface Setting {
  schema: Schema
  db: GlpiDatabase
}

function comparisonTest({ property, operator, value }: Comparison, { schema, db }: Setting): RowTest {
  const known = Object.hasOwn(schema.properties, property) ? schema.properties[property] : undefined
  if (known === undefined) throw invalidFilter(property, 'Unknown property')
  if (known.isMapped) throw invalidFilter(property, 'Mapped properties cannot be used')
  const test = cellTest(operator, value, known.type === 'boolean')
  if (test === undefined) throw invalidFilter(property, 'Unknown operator')
  return (row) => known.cells(row, db).some(test)
}

const invalidFilter = (property: string, message: string) =>
  invalidParameter('RSQL query has invalid filters', { [property]: message })

/** One level of brackets: AND binds closer than OR, as in the SQL that GLPI builds. */
interface Level {
  alternatives: RowTest[][]
  isOr: boolean
}

const newLevel = (): Level => ({ alternatives: [], isOr: false })

function addTest(level: Level, test: RowTest): void {
  const last = level.alternatives.at(-1)
  if (level.isOr || last === undefined) level.alternatives.push([test])
  else last.push(test)
  level.isOr = false
}

const toTest = ({ alternatives }: Level): RowTest =>
  alternatives.length === 0
    ? () => true
    : (row) => alternatives.some((tests) => tests.every((test) => test(row)))

/** The rows that an RSQL filter keeps; throws 400 for what GLPI refuses. An empty filter keeps all. */
export function compileFilter(filter: string, setting: Setting): RowTest {
  const levels: Level[] = [newLevel()]
  const top = () => levels.at(-1) ?? newLevel()
  const step = (token: RsqlToken) => {
    if (token === '(') levels.push(newLevel())
    else if (token === ')') {
      const closed = levels.length > 1 ? levels.pop() : undefined
      if (closed && closed.alternatives.length > 0) addTest(top(), toTest(closed))
    } else if (token === ',') top().isOr = true
    else if (token !== ';') addTest(top(), comparisonTest(token, setting))
  }
  tokenize(filter).forEach(step)
  return toTest(top())
}
