import type { Estate } from '@hub/estate'
import { createGlpiClient, createGlpiV2Client, type GlpiClient } from '../src/systems/glpi/index.ts'

export type V2Settings = Parameters<typeof createGlpiV2Client>[0]

/** Settings of the High-Level API of an estate, with the account of the Hub. */
export function v2Settings({ glpiV2 }: Estate): V2Settings {
  const { url, clientId, clientSecret, username, password } = glpiV2
  return { url, clientId, clientSecret, account: { username, password }, timeoutMs: 2_000 }
}

/** Both drivers, each on the same GLPI. */
export const drivers: [string, (estate: Estate) => GlpiClient][] = [
  ['legacy', (estate) => createGlpiClient({ ...estate.glpi, timeoutMs: 2_000 })],
  ['v2', (estate) => createGlpiV2Client(v2Settings(estate))],
]

/** One request to the High-Level API as any other program would send it, with the account of the Hub. */
export async function rawV2(
  { glpiV2 }: Estate,
  path: string,
  { method = 'GET', body }: { method?: string; body?: unknown } = {},
): Promise<{ status: number; data: unknown }> {
  const { url, clientId, clientSecret, username, password } = glpiV2
  const form = {
    grant_type: 'password',
    client_id: clientId,
    client_secret: clientSecret,
    username,
    password,
  }
  const json = { 'content-type': 'application/json' }
  const opened = await fetch(url.replace(/\/v2$/, '/token'), {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ ...form, scope: 'api' }),
  })
  const token = String(Reflect.get(Object(await opened.json()), 'access_token'))
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...json,
      authorization: `Bearer ${token}`,
      'glpi-entity': '0',
      'glpi-entity-recursive': 'true',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, data: await answer.json() }
}
