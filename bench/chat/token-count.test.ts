import { expect, it } from 'vitest'
import { TokenCount } from './token-count.ts'

const counted = (pieces: string[]) => {
  const count = new TokenCount({ sentAt: process.hrtime.bigint(), delays: false })
  for (const piece of pieces) count.push(piece)
  return { tokens: count.tokens, isOrdered: count.isOrdered }
}

it.each([
  ['in pieces of any size', ['0:5', '|1:6|2', ':7|'], { tokens: 3, isOrdered: true }],
  ['one lost', ['0:5|2:7|'], { tokens: 2, isOrdered: false }],
  ['one told twice', ['0:5|1:6|', '1:6|2:7|'], { tokens: 4, isOrdered: false }],
  ['two changed places', ['0:5|2:7|1:6|'], { tokens: 3, isOrdered: false }],
])('counts tokens: %s', (_, pieces, expected) => {
  expect(counted(pieces)).toEqual(expected)
})
