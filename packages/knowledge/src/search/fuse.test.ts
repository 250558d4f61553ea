import { expect, it } from 'vitest'
import { fuse, spread } from './fuse.ts'

const hit = (chunkId: string, score: number, isWeak = false) => ({
  chunkId,
  documentId: chunkId[0] ?? '',
  score,
  isWeak,
})

it('lets a strong leg decide and a weak one break ties', () => {
  const strong = { name: 'words' as const, weight: 1, hits: [hit('a1', 5), hit('b1', 5), hit('c1', 1)] }
  const weak = { name: 'vectors' as const, weight: 0.3, hits: [hit('c1', 9), hit('b1', 8)] }
  expect(fuse([strong, weak]).map(({ chunkId }) => chunkId)).toEqual(['b1', 'c1', 'a1'])
})

it('leaves out what only chance found, but lets it count for the order', () => {
  const words = { name: 'words' as const, weight: 1, hits: [hit('a1', 2), hit('b1', 2)] }
  const vectors = {
    name: 'vectors' as const,
    weight: 0.3,
    hits: [hit('b1', 0.1, true), hit('z1', 0.1, true)],
  }
  expect(fuse([words, vectors]).map(({ chunkId }) => chunkId)).toEqual(['b1', 'a1'])
})

it('keeps a few passages of each document', () => {
  const hits = ['a1', 'a2', 'a3', 'b1'].map((id) => hit(id, 1))
  expect(spread(hits, 2).map(({ chunkId }) => chunkId)).toEqual(['a1', 'a2', 'b1'])
})
