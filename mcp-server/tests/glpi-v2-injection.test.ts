import { type Estate, startEstate } from '@hub/estate'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGlpiV2Client, type GlpiClient } from '../src/systems/glpi/index.ts'
import { allOf, anyOf, canEqual, contains, equalTo, equalToNumber } from '../src/systems/glpi/v2/rsql.ts'
import { rawV2, v2Settings } from './glpi-v2-drivers.ts'

let estate: Estate
let glpi: GlpiClient
beforeAll(async () => {
  estate = await startEstate()
  glpi = createGlpiV2Client(v2Settings(estate))
})
afterAll(async () => {
  await glpi.close()
  await estate.close()
})

const idsOf = async (filter: string) => {
  const { status, data } = await rawV2(
    estate,
    `/Assistance/Ticket?limit=50&filter=${encodeURIComponent(filter)}`,
  )
  expect([200, 206]).toContain(status)
  return (data as { id: number }[]).map(({ id }) => id)
}

/** Built by hand, this one leaves its quotes on a real GLPI: the test below could fail. */
it('a careless filter would give every ticket', async () => {
  const text = 'x\\",id=gt=0,name=="'
  expect((await idsOf(`id==1234;name=ilike="*${text}*"`)).length).toBeGreaterThan(1)
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom('"', "'", '\\', '*', '%', '(', ')', ';', ',', '=', 'id', '==', '0', 'x', '\n', ' '),
      {
        maxLength: 14,
      },
    )
    .map((parts) => parts.join('')),
)

it('whatever is searched, nothing but the ticket that is meant comes back', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const name = anyOf([contains('name', text), contains('content', text)])
      const ids = await idsOf(allOf([equalToNumber('id', 1234), name]))
      expect(ids.every((id) => id === 1234)).toBe(true)
      if (canEqual(text))
        expect(await idsOf(allOf([equalToNumber('id', 1234), equalTo('name', text)]))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

it.each(['" , id=gt=0', "jean' or '1'='1", '*', '\\', '"', ')', '(;)', 'x";is_active==true,username=="'])(
  '%j finds no more people than its words do',
  async (query) => {
    const words = query.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
    const found = await glpi.users.find(query, { limit: 50 })
    for (const { login, name } of found) {
      expect(words.every((word) => `${login} ${name}`.toLowerCase().includes(word.toLowerCase()))).toBe(true)
    }
    if (words.length === 0) expect(found).toEqual([])
  },
)
