import type { Estate } from '@hub/estate'

/** Writes a followup into the demo GLPI as somebody outside the Hub does: over its API, without a marker. */
export async function answerTicket({ glpi }: Estate, ticketId: number, content: string): Promise<void> {
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
  const answer = await fetch(`${glpi.url}/ITILFollowup/`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ input: { itemtype: 'Ticket', items_id: ticketId, content, is_private: 0 } }),
  })
  if (answer.status !== 201) throw new Error(`GLPI answered ${answer.status}: ${await answer.text()}`)
}
