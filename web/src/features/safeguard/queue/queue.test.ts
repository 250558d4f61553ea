// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { createElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { ArrivalAnnouncer } from '../../../approvals/arrival-announcer.tsx'
import { useLive } from '../../../lib/live.ts'
import { type OpenedPage, openPage } from '../../../testing/open-page.ts'
import { SafeguardPage } from '../index.ts'

let page: OpenedPage
const Page = () =>
  createElement(
    'div',
    null,
    createElement(ArrivalAnnouncer, { isLoaded: true }),
    createElement(SafeguardPage),
  )
const open = async (as: string) => {
  page = await openPage({
    routes: { '/safeguard': Page, '/safeguard/:approvalId': Page },
    at: '/safeguard',
    as,
  })
}
const group = async (name: RegExp) => within(await screen.findByRole('region', { name })).getAllByRole('link')
const first = (links: HTMLElement[]) => links[0]?.textContent

afterEach(() => page.close())

describe('the queue', () => {
  it('groups the requests, the most urgent first, and opens that one', async () => {
    await open('thomas.bernard')
    expect(first(await group(/À décider/))).toContain('marie.lefevre')
    expect(await group(/Reportées/)).toHaveLength(1)
    expect(await group(/Attendent d’autres personnes/)).toHaveLength(2)
    await waitFor(() => expect(page.place()).toBe('/safeguard/APR-2026-000120'))
  })

  it('puts a request that arrives at the top, without reloading, and announces it once', async () => {
    await open('thomas.bernard')
    await group(/À décider/)
    await waitFor(() => expect(useLive.getState().state).toBe('connected'))
    await fetch('/api/mock/arrive', { method: 'POST' })
    await waitFor(async () => expect(first(await group(/À décider/))).toContain('camille.noel'))
    expect(screen.getAllByText(/Nouvelle demande d’approbation/)).toHaveLength(1)
  })

  it('moves with j and k', async () => {
    await open('thomas.bernard')
    await screen.findByRole('link', { current: true })
    fireEvent.keyDown(document.body, { key: 'j' })
    await waitFor(() => expect(page.place()).toBe('/safeguard/APR-2026-000123'))
    fireEvent.keyDown(document.body, { key: 'k' })
    await waitFor(() => expect(page.place()).toBe('/safeguard/APR-2026-000120'))
  })

  it('tells a person without the right who can give it', async () => {
    await open('nora.petit')
    expect(await screen.findByText(/Une personne N4 peut la changer/)).toBeTruthy()
  })
})
