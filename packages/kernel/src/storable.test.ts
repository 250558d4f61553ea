import { expect, it } from 'vitest'
import { storable } from './storable.ts'

it('leaves nothing in a text that the database refuses, wherever it stands', () => {
  const given = { a: ['x\0y', 'half \ud83d', { b: 'whole \u{1f600}' }], n: 1 }
  const stored = { a: ['xy', 'half \ufffd', { b: 'whole \u{1f600}' }], n: 1 }
  expect(JSON.parse(JSON.stringify(given, storable))).toEqual(stored)
  expect(JSON.parse(JSON.stringify(given), storable)).toEqual(stored)
})
