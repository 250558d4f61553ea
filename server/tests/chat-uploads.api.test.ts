import { type ClientRequest, type IncomingMessage, request as open } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let users: ApiClient[]
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, env: { CHAT_STORAGE_MB: '1' } })
  users = []
  for (const login of ['mmartin', 'khora', 'jdupont', 'lecture', 'slegrand'])
    users.push(await signIn(hub, login))
})
afterAll(() => hub?.close())
afterEach(() => {
  for (const request of unfinished.splice(0)) request.destroy()
})

const unfinished: ClientRequest[] = []

/** Begins an upload and leaves it there: its answer, should one come all the same. */
function begin(user: ApiClient | undefined, size = 1_000): Promise<IncomingMessage> {
  const { promise, resolve } = Promise.withResolvers<IncomingMessage>()
  const headers = {
    authorization: `Bearer ${user?.token}`,
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': size,
  }
  const request = open(`${hub.url}/api/chat/attachments`, { method: 'POST', headers, agent: false })
  request.on('response', resolve).on('error', () => undefined)
  request.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.log"\r\n\r\nligne')
  unfinished.push(request)
  return promise
}
async function upload(user: ApiClient | undefined): Promise<{ status: number; error?: { reason: string } }> {
  const form = new FormData()
  form.append('file', new Blob(['ligne']), 'a.log')
  const headers = { authorization: `Bearer ${user?.token}` }
  const answer = await fetch(`${hub.url}/api/chat/attachments`, { method: 'POST', headers, body: form })
  return { status: answer.status, ...((await answer.json()) as object) }
}
const atOnce = { status: 429, error: { reason: 'limit.uploads_at_once' } }

it('runs two uploads of one person at once, and gives the place of those that left', async () => {
  const [user, other] = users
  const refused = await Promise.race([1, 2, 3].map(() => begin(user)))
  expect(refused.headers['retry-after']).toBe('5')
  expect(await upload(user)).toMatchObject(atOnce)
  expect((await upload(other)).status).toBe(201)
  for (const request of unfinished.splice(0)) request.destroy()
  await expect.poll(() => upload(user), { timeout: 5_000, interval: 250 }).toMatchObject({ status: 201 })
})

it('runs eight of all people at once', async () => {
  const last = users.at(-1)
  const nine = [...users.slice(0, 4), ...users]
  await Promise.race(nine.map((user) => begin(user)))
  expect(await upload(last)).toMatchObject(atOnce)
})

it('refuses what there is no room for before it has come', { timeout: 5_000 }, async () => {
  const answer = await begin(users.at(-1), 3 * 1_048_576)
  expect(answer.statusCode).toBe(429)
  expect(await json(answer)).toMatchObject({ error: { reason: 'attachment.storage' } })
})
