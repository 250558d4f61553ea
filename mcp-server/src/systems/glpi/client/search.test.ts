import { describe, expect, it } from 'vitest'
import { cellNumber, cellText } from './cells.ts'
import { searchQuery } from './search.ts'

describe('searchQuery', () => {
  it('writes links, groups, columns, order and range', () => {
    const query = searchQuery({
      itemtype: 'Ticket',
      criteria: [
        { field: 12, type: 'equals', value: 'notold' },
        {
          link: 'AND NOT',
          group: [
            { field: 1, type: 'contains', value: 'vpn' },
            { link: 'OR', field: 21, type: 'contains', value: 'vpn' },
          ],
        },
      ],
      columns: [2, 19],
      sort: { option: 19, order: 'DESC' },
      limit: 50,
    })
    expect(query).toEqual({
      'criteria[0][field]': 12,
      'criteria[0][searchtype]': 'equals',
      'criteria[0][value]': 'notold',
      'criteria[1][link]': 'AND NOT',
      'criteria[1][criteria][0][field]': 1,
      'criteria[1][criteria][0][searchtype]': 'contains',
      'criteria[1][criteria][0][value]': 'vpn',
      'criteria[1][criteria][1][link]': 'OR',
      'criteria[1][criteria][1][field]': 21,
      'criteria[1][criteria][1][searchtype]': 'contains',
      'criteria[1][criteria][1][value]': 'vpn',
      'forcedisplay[0]': 2,
      'forcedisplay[1]': 19,
      sort: 19,
      order: 'DESC',
      range: '0-49',
    })
  })
})

describe('cells', () => {
  it.each([
    [undefined, null, null],
    [null, null, null],
    ['', null, null],
    [[], null, null],
    ['12', '12', 12],
    [['4', '45'], '4', 4],
    [7, '7', 7],
    ['x@y.fr', 'x@y.fr', null],
  ])('%j', (cell, text, number) => {
    expect(cellText(cell)).toBe(text)
    expect(cellNumber(cell)).toBe(number)
  })
})
