// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { act, createElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { sha } from '../../../../mock/data/make-approval.ts'
import { ArrivalAnnouncer } from '../../../approvals/arrival-announcer.tsx'
import { useNotificationChoices } from '../../../approvals/notify/notification-store.ts'
import { useLive } from '../../../lib/live.ts'
import { showEverything } from '../../../testing/browser-gaps.ts'
import { type OpenedPage, openPage } from '../../../testing/open-page.ts'
import { SafeguardPage } from '../index.ts'
import { clearSelection } from './selection.ts'

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

afterEach(async () => {
  await page.close()
  useNotificationChoices.setState({ hasMetRequest: false, isDismissed: false })
  clearSelection()
})

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

  it('shows what its filter asks for, and keeps the filter in the address', async () => {
    await open('thomas.bernard')
    await group(/À décider/)
    fireEvent.click(screen.getByRole('radio', { name: 'Les miennes' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: /À décider/ })).toBeNull())
    expect(await group(/Attendent/)).toHaveLength(2)
    expect(page.place()).toBe('/safeguard/APR-2026-000120?show=mine')
    fireEvent.keyDown(document.body, { key: 'j' })
    await waitFor(() => expect(page.place()).toBe('/safeguard/APR-2026-000124?show=mine'))
  })

  it('approves identical requests together, each digest listed, all or none', async () => {
    await open('thomas.bernard')
    await screen.findByRole('link', { current: true })
    fireEvent.keyDown(document.body, { key: 'x' })
    const together = await screen.findByRole<HTMLButtonElement>('button', { name: 'Décider ensemble' })
    expect(together.disabled).toBe(true)
    expect(screen.getByText('Sélectionnez au moins deux demandes.')).toBeTruthy()
    const mark = (name: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }))
    mark(/Clore le ticket/)
    expect(screen.getByText('Les actions ne sont pas les mêmes.')).toBeTruthy()
    mark(/Clore le ticket/)
    mark(/jean\.dupont/)
    fireEvent.click(together)

    const dialog = within(await screen.findByRole('dialog', { name: /Approuver 2 demandes/ }))
    for (const id of ['APR-2026-000120', 'APR-2026-000123']) expect(dialog.getByText(sha(id))).toBeTruthy()
    const submit = dialog.getByRole<HTMLButtonElement>('button', { name: 'Approuver les 2' })
    expect(submit.disabled).toBe(true)
    await act(async () => showEverything())
    fireEvent.click(submit)
    await screen.findByText('2 demandes approuvées ensemble.')
    const states = page.mock.state.approvals.filter(({ state }) => state === 'approved')
    expect(states.map(({ approvalId }) => approvalId).sort()).toEqual(['APR-2026-000120', 'APR-2026-000123'])
  })

  it('offers notifications only once a request was met, and never again after a no', async () => {
    Object.assign(window, { Notification: { permission: 'default' }, isSecureContext: true })
    await open('thomas.bernard')
    await group(/À décider/)
    expect(screen.queryByRole('region', { name: 'Notifications' })).toBeNull()
    await act(async () => showEverything())
    fireEvent.click(await screen.findByRole('button', { name: 'Non merci' }))
    expect(screen.queryByRole('region', { name: 'Notifications' })).toBeNull()
    expect(useNotificationChoices.getState()).toEqual({ hasMetRequest: true, isDismissed: true })
  })

  it('tells a person without the right who can give it', async () => {
    await open('nora.petit')
    expect(await screen.findByText(/Une personne N4 peut la changer/)).toBeTruthy()
  })
})
