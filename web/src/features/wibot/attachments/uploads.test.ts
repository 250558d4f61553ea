// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { moveDraft, useDrafts } from '../composer/drafts.ts'
import { addFiles, retryFile, type UploadWords } from './uploads.ts'

const words: UploadWords = { tooLarge: 'grand', tooMany: 'trop', empty: 'vide', failed: () => 'refusé' }
const taken = {
  id: '0f0e0d0c-0000-4000-8000-000000000001',
  name: 'journal.txt',
  format: 'text',
  mediaType: 'text/plain; charset=utf-8',
  size: 3,
  pages: null,
  textLength: 3,
  isTruncated: false,
  createdAt: '2026-11-20T10:00:00.000Z',
}
const filesOf = (conversation: string) => useDrafts.getState().byConversation[conversation]?.files ?? []

describe('files of a draft', () => {
  const answers: ((response: Response) => void)[] = []
  const answer = (response: Response) => answers.shift()?.(response)
  beforeEach(() => {
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => answers.push(resolve)))
    useDrafts.setState({ byConversation: {} })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('arrive in the conversation that received its id meanwhile', async () => {
    addFiles('new', [new File(['abc'], 'journal.txt')], words)
    moveDraft('new', 'c1')
    expect(filesOf('c1')).toMatchObject([{ state: 'reading' }])
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    answer(new Response('', { status: 503 }))
    await vi.waitFor(() => expect(filesOf('c1')).toMatchObject([{ state: 'error', why: 'refusé' }]))
    retryFile(filesOf('c1')[0]?.key ?? '', words)
    expect(filesOf('c1')).toMatchObject([{ state: 'reading' }])
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    answer(Response.json(taken, { status: 201 }))
    await vi.waitFor(() =>
      expect(filesOf('c1')).toMatchObject([{ state: 'ready', attachment: { id: taken.id } }]),
    )
    expect(filesOf('new')).toEqual([])
  })
})
