import { describe, expect, it } from 'vitest'
import { toCsv } from './to-csv.ts'

describe('toCsv', () => {
  it('begins with a byte order mark and ends every line', () => {
    expect(toCsv([['a', 1.5, null]], 'en')).toBe('\ufeffa,1.5,\r\n')
  })

  it('writes French numbers and semicolons for a French spreadsheet', () => {
    expect(toCsv([['a', 1.5, -2]], 'fr')).toBe('\ufeffa;1,5;-2\r\n')
  })

  it('quotes what would break the table', () => {
    expect(toCsv([['a;b', 'a,b', 'say "no"', 'two\nlines']], 'fr')).toBe(
      '\ufeff"a;b";a,b;"say ""no""";"two\nlines"\r\n',
    )
  })

  it('defuses what a spreadsheet would run', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])
      expect(toCsv([[text]], 'en')).toBe(`\ufeff'${text}\r\n`)
    expect(toCsv([['\r=1']], 'en')).toBe(`\ufeff"'\r=1"\r\n`)
  })
})
