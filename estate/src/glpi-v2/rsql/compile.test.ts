import { describe, expect, it } from 'vitest'
import { createDatabase } from '../../glpi/database.ts'
import { columns, flag, type Schema } from '../schemas/schema.ts'
import { V2Error } from '../v2-error.ts'
import { compileFilter } from './compile.ts'

const schema: Schema = {
  itemtype: 'Ticket',
  properties: {
    ...columns('id', 'name'),
    ...flag('is_deleted'),
    team: { type: 'value', cells: () => [], isMapped: true },
  },
}
const rows = [
  { id: 1, name: 'Accès VPN', is_deleted: 0 },
  { id: 2, name: 'Imprimante (accueil)', is_deleted: 1 },
  { id: 3, name: 'L\'écran "noir"', is_deleted: 0 },
]
const db = createDatabase({ Ticket: rows }, () => undefined)

const idsOf = (filter: string) => rows.filter(compileFilter(filter, { schema, db })).map((row) => row.id)

describe('a filter', () => {
  it.each([
    ['', [1, 2, 3]],
    ['id==2', [2]],
    ['id!=2', [1, 3]],
    ['id=in=(1,3)', [1, 3]],
    ['id=out=(1,3)', [2]],
    ['id=gt=1;id=lt=3', [2]],
    ['name=ilike="acces*"', [1]],
    ['name=like="acces*"', []],
    ['name=ilike="*(accueil)"', [2]],
    ['name=ilike="%%%%% VPN"', [1]],
    ['is_deleted==false', [1, 3]],
    ['is_deleted==true', [2]],
    ['id==1,id==2;is_deleted==false', [1]],
    ['(id==1,id==2);is_deleted==true', [2]],
  ])('%s', (filter, ids) => {
    expect(idsOf(filter)).toEqual(ids)
  })

  it('lets a quote end its value, backslash or not', () => {
    expect(idsOf('name=="x\\",id==2,name=="y"')).toEqual([2])
  })

  it.each(['nothing==1', 'team==1', 'id=near=1', 'id', '(id==1', "name=='L\\'écran'"])(
    '%s is refused',
    (filter) => {
      expect(() => idsOf(filter)).toThrow(V2Error)
    },
  )
})
