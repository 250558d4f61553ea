import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { HubProcess } from './hub-process.ts'

const Secrets = z.object({ glpiAppToken: z.string(), glpiUserToken: z.string() })
const Session = z.object({ session_token: z.string() })
const Followups = z.array(z.object({ content: z.string(), is_private: z.number() }))
export type Followups = z.infer<typeof Followups>

/** The followups of a ticket, read from the demo GLPI through its REST API. */
export async function readFollowups(hub: HubProcess, ticketId: number): Promise<Followups> {
  const secrets = Secrets.parse(JSON.parse(await readFile(join(hub.dataDir, 'secrets.json'), 'utf8')))
  const url = `http://127.0.0.1:${hub.estatePort}/glpi/apirest.php`
  const app = { 'App-Token': secrets.glpiAppToken }
  const authorization = `user_token ${secrets.glpiUserToken}`
  const opened = await call(`${url}/initSession`, { headers: { ...app, authorization } })
  const headers = { ...app, 'Session-Token': Session.parse(opened).session_token }
  const allEntities = JSON.stringify({ entities_id: 0, is_recursive: true })
  const json = { ...headers, 'content-type': 'application/json' }
  await call(`${url}/changeActiveEntities`, { method: 'POST', headers: json, body: allEntities })
  return Followups.parse(await call(`${url}/Ticket/${ticketId}/ITILFollowup?range=0-199`, { headers }))
}

async function call(url: string, init: RequestInit): Promise<unknown> {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`GLPI answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
