import type { EstateOptions } from '../src/estate.ts'
import { type Estate, startEstate } from '../src/index.ts'

/** An answer of the demo GLPI, body parsed. */
export interface Answer {
  status: number
  headers: Headers
  body: unknown
}

export interface TestGlpi {
  estate: Estate
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  send(method: string, path: string, body: unknown): Promise<Answer>
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

/** An estate with an open session that sees every entity. */
export async function openGlpi(options: EstateOptions = {}): Promise<TestGlpi> {
  const estate = await startEstate(options)
  const { url, appToken, userToken } = estate.glpi
  const opened = await read(
    await fetch(`${url}/initSession`, {
      headers: { 'App-Token': appToken, Authorization: `user_token ${userToken}` },
    }),
  )
  const token = String(Reflect.get(Object(opened.body), 'session_token'))
  const base = { 'App-Token': appToken, 'Session-Token': token }
  const glpi: TestGlpi = {
    estate,
    get: async (path, headers = {}) => read(await fetch(url + path, { headers: { ...base, ...headers } })),
    send: async (method, path, body) =>
      read(
        await fetch(url + path, {
          method,
          headers: { ...base, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  }
  await glpi.send('POST', '/changeActiveEntities', { entities_id: 0, is_recursive: true })
  return glpi
}
