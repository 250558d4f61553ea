// @vitest-environment jsdom
import type { KnowledgeDocument } from '@hub/contracts'
import { cleanup, screen } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedPage, openPage } from '../../../testing/open-page.ts'
import { Passages } from './passages.tsx'

const document: KnowledgeDocument = {
  id: '0f0e0d0c-0000-4000-8000-000000000001',
  title: 'Imprimante bloquée',
  path: 'procedures/imprimante.md',
  kind: 'procedure',
  updatedAt: '2026-11-02T00:00:00.000Z',
  chunks: [
    {
      id: '0f0e0d0c-0000-4000-8000-000000000002',
      headingPath: ['File'],
      content: 'Vider la file.',
      mark: { kind: 'wrong', state: 'open' },
    },
  ],
}

describe('the passages of a document', () => {
  let page: OpenedPage
  afterEach(async () => {
    cleanup()
    await page.close()
  })

  it('say in words that they are reported, also while the reports are not read', async () => {
    const View = () => createElement(Passages, { document, marks: [], chunkId: '%' })
    page = await openPage({ routes: { '/': View }, at: '/', as: 'lea.martin' })
    expect(await screen.findByText('Vider la file.')).toBeTruthy()
    expect(screen.getByText('Faux : signalé, à vérifier')).toBeTruthy()
    expect(screen.getByRole('status').textContent).toContain('passage')
  })
})
