// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { useLive } from '../../../lib/live.ts'
import { showEverything } from '../../../testing/browser-gaps.ts'
import { type OpenedPage, openPage } from '../../../testing/open-page.ts'
import { SafeguardPage } from '../index.ts'

let page: OpenedPage
const open = async (approvalId: string, as: string) => {
  const routes = { '/safeguard': SafeguardPage, '/safeguard/:approvalId': SafeguardPage }
  page = await openPage({ routes, at: `/safeguard/${approvalId}`, as })
  await screen.findByRole('heading', { level: 2, name: /Réinitialiser|Clore/ })
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const approveButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Approuver' })
const seeAll = () => act(async () => showEverything())
const state = (id: string) => page.mock.state.approvals.find((one) => one.approvalId === id)?.state

afterEach(() => page.close())

describe('deciding on a request', () => {
  it('shows before and after, and opens Approve once the whole preview was on the screen', async () => {
    await open('APR-2026-000123', 'thomas.bernard')
    const row = screen.getByRole('row', { name: /Verrouillé/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['oui', 'non'])
    expect(approveButton().disabled).toBe(true)
    await seeAll()
    await waitFor(() => expect(approveButton().disabled).toBe(false))
    expect(document.activeElement).not.toBe(approveButton())
  })

  it('follows an approved action to its verified outcome and shows its secret once', async () => {
    await open('APR-2026-000123', 'thomas.bernard')
    await seeAll()
    await waitFor(() => expect(approveButton().disabled).toBe(false))
    fireEvent.click(approveButton())
    await screen.findByText(/Exécution en cours/, undefined, { timeout: 4000 })
    await screen.findByText(/changé et vérifié/, undefined, { timeout: 6000 })
    expect(screen.getByText('Vérifié')).toBeTruthy()
    press('Afficher une fois')
    await screen.findByText('Tilleul-Rivage-4827')
    press('Masquer')
    expect(screen.queryByText('Tilleul-Rivage-4827')).toBeNull()
    expect(screen.getByText(/ne peut plus l’être/)).toBeTruthy()
  })

  it('rejects only with a reason', async () => {
    await open('APR-2026-000121', 'thomas.bernard')
    press('Rejeter')
    const submit = screen.getByRole<HTMLButtonElement>('button', { name: 'Rejeter la demande' })
    expect(submit.disabled).toBe(true)
    press('La cible n’est pas la bonne.')
    expect(submit.disabled).toBe(false)
    fireEvent.click(submit)
    await screen.findByText(/Rien n’a été exécuté : Thomas Bernard a rejeté/)
    expect(state('APR-2026-000121')).toBe('rejected')
  })

  it('defers with the d key and keeps the request pending', async () => {
    await open('APR-2026-000121', 'thomas.bernard')
    fireEvent.keyDown(document.body, { key: 'd' })
    fireEvent.click(await screen.findByRole('button', { name: /^Reporter (à|au) / }))
    await screen.findByText(/Reportée jusqu’à/)
    expect(state('APR-2026-000121')).toBe('pending')
  })

  it('asks for the name of an L4 target, a reason and the password before approving', async () => {
    await open('APR-2026-000124', 'sophie.girard')
    await seeAll()
    await screen.findByText(/Approuver demandera le nom de la cible, le motif et votre preuve/)
    fireEvent.click(approveButton())
    const name = await screen.findByRole('textbox', { name: 'Recopiez adm.leroy' })
    expect(document.activeElement).toBe(name)
    fireEvent.change(screen.getByRole('textbox', { name: /Motif/ }), {
      target: { value: 'Vu avec Claire Leroy' },
    })
    const password = screen.getByLabelText<HTMLInputElement>('Votre mot de passe du Hub')
    fireEvent.change(password, { target: { value: 'faux' } })
    fireEvent.change(name, { target: { value: 'adm.ler' } })
    expect(approveButton().disabled).toBe(true)
    expect(screen.getByText('Il reste : le nom de la cible.')).toBeTruthy()
    fireEvent.change(name, { target: { value: 'adm.leroy' } })
    expect(approveButton().disabled).toBe(false)

    fireEvent.click(approveButton())
    await screen.findByText(/Mot de passe incorrect/)
    expect(document.activeElement).toBe(password)
    expect((name as HTMLInputElement).value).toBe('adm.leroy')
    fireEvent.change(password, { target: { value: page.mock.password } })
    fireEvent.click(approveButton())
    await screen.findByText(/Exécution en cours/, undefined, { timeout: 4000 })
  })

  it('tells the Hub that the preview was seen, and believes only the Hub where it must', async () => {
    await open('APR-2026-000124', 'sophie.girard')
    expect(page.mock.state.seen.size).toBe(0)
    await seeAll()
    await waitFor(() => expect(approveButton().disabled).toBe(false))
    expect([...page.mock.state.seen]).toEqual(['APR-2026-000124 user-sophie.girard'])
  })

  it('defers until the ticket has an answer', async () => {
    await open('APR-2026-000121', 'thomas.bernard')
    press('Reporter')
    fireEvent.click(screen.getByRole('radio', { name: 'Réponse au ticket' }))
    press('Reporter à la réponse')
    await screen.findByText(/Reportée jusqu’à la réponse au ticket n° 1198/)
  })

  it('shows who else is looking, and what they say, live', async () => {
    await open('APR-2026-000121', 'thomas.bernard')
    await waitFor(() => expect(useLive.getState().state).toBe('connected'))
    const asSophie = { method: 'POST', headers: { cookie: 'hub_session=sophie.girard' } }
    const path = `${page.mock.origin}/api/safeguard/APR-2026-000121`
    await page.asOther(`${path}/looking`, asSophie)
    await screen.findByText('Sophie Girard regarde aussi')
    await page.asOther(`${path}/comments`, {
      ...asSophie,
      body: JSON.stringify({ body: 'Rappelé, c’est bon.' }),
    })
    await screen.findByText('Rappelé, c’est bon.')
    fireEvent.change(screen.getByLabelText('Votre commentaire'), { target: { value: 'Merci' } })
    press('Commenter')
    const log = await screen.findByRole('log')
    await within(log).findByText('Merci')
    expect(within(log).getAllByRole('listitem')).toHaveLength(2)
  })

  it('says why the requester cannot decide, and lets them cancel', async () => {
    await open('APR-2026-000122', 'thomas.bernard')
    expect(screen.getByText(/Vous avez fait cette demande/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Approuver' })).toBeNull()
    press('Annuler la demande')
    await screen.findByText(/Rien n’a été exécuté : Thomas Bernard a annulé/)
  })

  it('says in place that another decision came first', async () => {
    await open('APR-2026-000121', 'thomas.bernard')
    await seeAll()
    const { state: stored } = page.mock
    stored.approvals = stored.approvals.map((one) =>
      one.approvalId === 'APR-2026-000121' ? { ...one, state: 'rejected' } : one,
    )
    fireEvent.click(approveButton())
    expect((await screen.findByRole('alert')).textContent).toContain('Une autre décision est arrivée avant')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Approuver' })).toBeNull())
  })
})
