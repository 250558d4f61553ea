import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
beforeAll(async () => {
  base = await openKnowledgeBase()
})
afterAll(() => base.close())

/** Paragraphs of `size` characters each, no two words of which are the same. */
const paragraphs = (count: number, size: number) =>
  Array.from({ length: count }, (_, at) =>
    Array.from(
      { length: size / 10 },
      (_word, word) => `m${(at * 1e4 + word).toString(36).padStart(8, 'x')}`,
    ).join(' '),
  ).join('\n\n')

it('stores a document as long as is allowed', async () => {
  await base.write('long.md', documentText('Long', paragraphs(490, 1000)))
  expect(await base.ingest()).toMatchObject({ added: 1, failed: [] })
  expect(await base.db.knowledgeChunk.count()).toBe(490)
}, 150_000)

it('refuses one that would keep the others waiting', async () => {
  await base.write('long.md', documentText('Long', paragraphs(600, 1000)))
  const headed = Array.from({ length: 900 }, (_, at) => `# Partie ${at}\n\n${paragraphs(1, 510)}`)
  await base.write('parts.md', documentText('Parties', headed.join('\n\n')))
  const { failed } = await base.ingest()
  expect(failed).toMatchObject([
    { path: 'long.md', reason: 'document.too_long', params: { characters: 500_000 } },
    { path: 'parts.md', reason: 'document.many_passages', params: { passages: 800 } },
  ])
}, 60_000)
