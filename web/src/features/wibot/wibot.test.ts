// @vitest-environment jsdom
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type OpenedPage, openPage } from '../../testing/open-page.ts'
import { WibotPage } from './index.ts'

const longMs = 15_000
let page: OpenedPage
const open = async () => {
  page = await openPage({
    routes: { '/wibot': WibotPage, '/wibot/:conversationId': WibotPage },
    at: '/wibot',
    as: 'lea.martin',
  })
}
const composer = () => screen.findByLabelText<HTMLTextAreaElement>('Message à WIBOT')
const say = async (text: string) => {
  const input = await composer()
  fireEvent.change(input, { target: { value: text } })
  fireEvent.keyDown(input, { key: 'Enter' })
}
const log = () => screen.findByLabelText('Messages de la conversation')

beforeAll(() => vi.stubEnv('HUB_MOCK_PACE', '0.2'))
afterEach(() => page.close())

describe('WIBOT', () => {
  it('shows what was read, written and found, across a lost connection', async () => {
    await open()
    await say('coupure')
    await waitFor(() => expect(page.place()).toMatch(/^\/wibot\/[0-9a-f-]{36}$/))
    expect(
      await screen.findByText('Lecture des mesures de SWITCH-CLIN-STJEAN', {}, { timeout: longMs }),
    ).toBeTruthy()
    await screen.findByText('Envoyer', {}, { timeout: longMs })
    const shown = within(await log())
    expect(shown.getByRole('button', { name: /^3 lectures/ })).toBeTruthy()
    expect(shown.getAllByText(/^SWITCH-CLIN-STJEAN est en service$/)).toHaveLength(1)
    expect(shown.getByRole('button', { name: /^Source 3 :/ })).toBeTruthy()
    expect(shown.queryByRole('button', { name: /^Source 7/ })).toBeNull()
    expect(await shown.findByText(/ne le prouve \[7\]/)).toBeTruthy()
    expect(shown.getByText('D’après 3 lectures et 2 documents')).toBeTruthy()
    expect(screen.getByText(/^WIBOT a répondu : SWITCH-CLIN-STJEAN est en service/)).toBeTruthy()
  })

  it('gives the text back when the message is refused', async () => {
    await open()
    await say('limite')
    expect((await screen.findByRole('alert')).textContent).toContain('Réessayez dans 17 secondes')
    expect((await composer()).value).toBe('limite')
    expect(page.place()).toBe('/wibot')
  })

  it('follows a request from the question to its outcome', async () => {
    await open()
    await say('Réinitialise le mot de passe de jean.dupont, ticket 1234')
    const card = await screen.findByLabelText(
      'Réinitialiser le mot de passe de jean.dupont',
      {},
      { timeout: longMs },
    )
    expect(within(card).getByText('En attente')).toBeTruthy()
    await screen.findByText('Envoyer', {}, { timeout: longMs })
    expect(await decide('lea.martin'), 'nobody approves what they asked for').toBe(403)
    expect(await decide('thomas.bernard')).toBe(200)
    expect(await screen.findByText('Suite donnée', {}, { timeout: longMs })).toBeTruthy()
    expect(within(card).getByText('Exécutée')).toBeTruthy()
  })
})

/** Approves the newest request as somebody, outside the page; gives the status of the answer. */
async function decide(login: string): Promise<number | undefined> {
  const [newest] = page.mock.state.approvals
  const headers = { cookie: `hub_session=${login}`, 'content-type': 'application/json' }
  const call = request(`${page.mock.origin}/api/safeguard/${newest?.approvalId}/approve`, {
    method: 'POST',
    headers,
  })
  call.end(JSON.stringify({ digest: newest?.digest }))
  const [response]: IncomingMessage[] = await once(call, 'response')
  response?.resume()
  return response?.statusCode
}
