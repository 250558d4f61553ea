import type { Estate } from '@hub/estate'

interface Change {
  method: 'POST' | 'PUT'
  path: string
  input: Record<string, unknown>
}

/** Writes a followup into the demo GLPI as somebody outside the Hub does: over its API, without a marker. */
export function answerTicket(estate: Estate, ticketId: number, content: string): Promise<void> {
  const input = { itemtype: 'Ticket', items_id: ticketId, content, is_private: 0 }
  return change(estate, { method: 'POST', path: 'ITILFollowup/', input })
}

/** Solves a ticket of the demo GLPI as somebody outside the Hub does. */
export function solveTicket(estate: Estate, ticketId: number): Promise<void> {
  return change(estate, { method: 'PUT', path: `Ticket/${ticketId}`, input: { status: 5 } })
}

async function change({ glpi }: Estate, { method, path, input }: Change): Promise<void> {
  const app = { 'app-token': glpi.appToken }
  const opened = await fetch(`${glpi.url}/initSession`, {
    headers: { ...app, authorization: `user_token ${glpi.userToken}` },
  })
  const { session_token } = (await opened.json()) as { session_token: string }
  const headers = { ...app, 'session-token': session_token, 'content-type': 'application/json' }
  await fetch(`${glpi.url}/changeActiveEntities`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ entities_id: 'all', is_recursive: true }),
  })
  const answer = await fetch(`${glpi.url}/${path}`, { method, headers, body: JSON.stringify({ input }) })
  if (!answer.ok) throw new Error(`GLPI answered ${answer.status}: ${await answer.text()}`)
}
