// @vitest-environment jsdom
import type { Attachment } from '@hub/contracts'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeDraftFiles, restoreDraft, setDraftText, useDrafts } from './drafts.ts'

const journal: Attachment = {
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
const draft = () => useDrafts.getState().byConversation.c1

describe('a text that is given back', () => {
  beforeEach(() => useDrafts.setState({ byConversation: {} }))

  it('returns with its files', () => {
    restoreDraft('c1', 'Que dit le journal ?', [journal])
    expect(draft()).toMatchObject({
      text: 'Que dit le journal ?',
      files: [{ key: journal.id, name: 'journal.txt', state: 'ready', attachment: journal }],
    })
  })

  it('costs nothing of what was typed since', () => {
    setDraftText('c1', 'Et le routeur ?')
    changeDraftFiles('c1', () => [{ key: 'k', name: 'autre.txt', size: 1, state: 'reading' }])
    restoreDraft('c1', 'Que dit le journal ?', [journal])
    expect(draft()?.text).toBe('Que dit le journal ?\nEt le routeur ?')
    expect(draft()?.files?.map(({ name }) => name)).toEqual(['journal.txt', 'autre.txt'])
  })
})
