import type { GlpiDatabase } from '../database.ts'
import { badRequest } from '../glpi-error.ts'
import { listAt, type QueryNode, type QueryTree, textAt } from '../php-query.ts'
import { type RowTest, rowTest } from './match.ts'
import type { SearchOption } from './option.ts'

interface Setting {
  options: readonly SearchOption[]
  db: GlpiDatabase
  now: Date
}

const links = ['AND', 'OR', 'AND NOT', 'OR NOT']

/** Finds an option by its id; throws ERROR when the itemtype has none such. */
export function optionById(options: readonly SearchOption[], id: string): SearchOption {
  const option = options.find((candidate) => String(candidate.id) === id)
  if (!option) throw badRequest(`Bad field ID in search criteria: ${id}`)
  return option
}

function testOf(node: QueryTree, setting: Setting): RowTest {
  if (typeof node.criteria === 'object') return compileCriteria(listAt(node, 'criteria'), setting)
  const field = textAt(node, 'field')
  if (field === undefined) throw badRequest('Malformed search criteria')
  const option = optionById(setting.options, field)
  const searchtype = textAt(node, 'searchtype') ?? 'contains'
  return rowTest({ option, searchtype, value: textAt(node, 'value') ?? '' }, setting)
}

/**
 * Compiles a list of criteria into one test. Links read as SQL does: AND binds tighter than OR,
 * and the link of the first criterion counts only for its NOT.
 */
export function compileCriteria(nodes: readonly QueryNode[], setting: Setting): RowTest {
  const alternatives: RowTest[][] = [[]]
  for (const [index, node] of nodes.entries()) {
    if (typeof node === 'string') throw badRequest('Malformed search criteria')
    const link = (textAt(node, 'link') ?? 'AND').toUpperCase()
    if (!links.includes(link)) throw badRequest('Malformed search criteria')
    const test = testOf(node, setting)
    const signed: RowTest = link.endsWith('NOT') ? (row) => !test(row) : test
    if (link.startsWith('OR') && index > 0) alternatives.push([])
    alternatives.at(-1)?.push(signed)
  }
  return (row) => alternatives.some((tests) => tests.every((test) => test(row)))
}
