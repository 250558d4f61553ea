import { expect, it } from 'vitest'
import { Citations } from './citations.ts'

it('cuts an excerpt between characters, so that it can be stored', () => {
  const citations = new Citations()
  const content = `${'x'.repeat(599)}\u{1F600} suite`
  citations.add([{ documentId: 'd', chunkId: 'c', title: 'Guide', path: 'guide.md', score: 1, content }])
  const excerpt = citations.sources[0]?.excerpt ?? ''
  expect(excerpt).toHaveLength(600)
  expect(excerpt.isWellFormed()).toBe(true)
})
