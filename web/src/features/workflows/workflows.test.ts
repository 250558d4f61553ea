// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedPage, openPage } from '../../testing/open-page.ts'
import { RunPage, WorkflowsPage } from './index.ts'

let page: OpenedPage
const open = async (at: string, as: string) => {
  page = await openPage({
    routes: { '/workflows': WorkflowsPage, '/workflows/:runId': RunPage },
    at,
    as,
  })
}
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const dialog = async () => within(await screen.findByRole('dialog'))

afterEach(() => page.close())

describe('the list of the runs', () => {
  it('tells in words how each stands', async () => {
    await open('/workflows', 'lea.martin')
    expect(await screen.findByText('Attend APR-2026-000123')).toBeTruthy()
    expect(screen.getByText('Ne réessaie plus : GLPI ne répond pas')).toBeTruthy()
    expect(screen.getByText('Échec à « Rendre le ticket plus urgent » : No such device')).toBeTruthy()
    const row = within(screen.getByRole('row', { name: /Mot de passe oublié/ }))
    expect(row.getByRole('link', { name: '#1234' }).getAttribute('href')).toBe('/wibot?ticket=1234')
    expect(row.getByRole('link', { name: 'Mot de passe oublié' }).getAttribute('href')).toBe(
      '/workflows/support%3A1234',
    )
    expect(within(screen.getByRole('row', { name: /Accès VPN/ })).getByText('À blanc')).toBeTruthy()
  })

  it('keeps its filters in the address and says when nothing fits', async () => {
    await open('/workflows', 'lea.martin')
    await screen.findByText('Attend APR-2026-000123')
    fireEvent.change(screen.getByRole('combobox', { name: 'État' }), { target: { value: 'running' } })
    expect(await screen.findByText('Aucune exécution ne correspond')).toBeTruthy()
    expect(page.place()).toBe('/workflows?state=running')
  })

  it('says that no worker lives, and leaves the switches to N3', async () => {
    await open('/workflows', 'thomas.bernard')
    expect(await screen.findByText(/^Aucun worker en marche : /)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Mettre en pause/ })).toBeNull()
  })

  it('is not for N0', async () => {
    await open('/workflows', 'nora.petit')
    expect(await screen.findByText('Cette page s’ouvre à partir du niveau N1')).toBeTruthy()
  })
})

describe('the switches', () => {
  it('are changed by N3 once they confirmed', async () => {
    await open('/workflows', 'sophie.girard')
    await press('Mettre en pause : SENTINEL')
    const asked = await dialog()
    expect(asked.getByText('Mettre SENTINEL en pause ?')).toBeTruthy()
    expect(page.mock.state.switches.items[1]?.isPaused).toBe(false)
    fireEvent.click(asked.getByRole('button', { name: 'Mettre en pause' }))
    const card = within(await screen.findByRole('article', { name: 'SENTINEL' }))
    expect(await card.findByText('En pause')).toBeTruthy()
    expect(card.getByText(/^Sophie Girard, /)).toBeTruthy()
    expect(page.mock.state.switches.items[0]?.isPaused).toBe(false)
  })
})

describe('a run', () => {
  it('shows its steps in words, unknown ones by their own name, and what they gave', async () => {
    await open('/workflows/support%3A1234', 'thomas.bernard')
    expect(await screen.findByText('Lire le ticket')).toBeTruthy()
    expect(screen.getByText('Spin the wheel')).toBeTruthy()
    expect(screen.queryByText('Lire l’heure')).toBeNull()
    fireEvent.click(screen.getByRole('checkbox', { name: /Étapes techniques/ }))
    expect(screen.getByText('Lire l’heure')).toBeTruthy()
    const [result] = screen.getAllByRole('button', { name: 'Résultat' })
    if (result) fireEvent.click(result)
    expect(screen.getByText('Raisons')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Ouvrir dans SAFEGUARD' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Annuler' })).toBeNull()
  })

  it('is cancelled by N3 with a reason, and says that the command waits', async () => {
    await open('/workflows/support%3A1234', 'sophie.girard')
    await press('Annuler')
    const asked = await dialog()
    const send = asked.getByRole<HTMLButtonElement>('button', { name: 'Annuler l’exécution' })
    expect(send.disabled).toBe(true)
    fireEvent.change(asked.getByLabelText('Motif'), { target: { value: 'Traité au téléphone' } })
    fireEvent.click(send)
    expect(await screen.findByText('Transmise : un worker s’en charge')).toBeTruthy()
    expect(screen.getByText('Traité au téléphone')).toBeTruthy()
    await waitFor(() =>
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Annuler' }).disabled).toBe(true),
    )
  })

  it('is tried again from a chosen step, and says why not when another one was faster', async () => {
    await open('/workflows/sentinel%3A7', 'sophie.girard')
    expect(await screen.findByText('ALERT: [SW-1] down')).toBeTruthy()
    await press('Reprendre d’ici : Rassembler les indices et juger')
    const other = { kind: 'retry' as const, step: null, reason: null, by: 'Karim', problem: null }
    const at = new Date().toISOString()
    page.mock.state.runs[2]?.commands.push({ id: 'c', at, doneAt: null, ...other })
    fireEvent.click((await dialog()).getByRole('button', { name: 'Réessayer' }))
    expect((await screen.findByRole('alert')).textContent).toContain('déjà demandée')
  })

  it('says when there is none', async () => {
    await open('/workflows/support%3A9', 'lea.martin')
    expect(await screen.findByText('Cette exécution n’existe pas')).toBeTruthy()
  })
})
