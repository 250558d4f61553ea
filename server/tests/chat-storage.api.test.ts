import { createLogger, systemClock } from '@hub/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPurge } from '../src/modules/chat/index.ts'
import { type ApiClient, parseEvents, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let user: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  user = await signIn(hub, 'mmartin')
})
afterAll(() => hub?.close())

const longAgo = new Date(Date.now() - 25 * 3_600_000)

async function upload(name: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob(['ligne\n']), name)
  const headers = { authorization: `Bearer ${user.token}` }
  const answer = await fetch(`${hub.url}/api/chat/attachments`, { method: 'POST', headers, body: form })
  const { id } = (await answer.json()) as { id: string }
  return id
}
/** A file that was given a day ago, and the conversation it was sent in. */
async function sent(name: string): Promise<{ file: string; conversation: string; answer: string }> {
  const file = await upload(name)
  await age(file)
  const question = { content: 'bonjour', mode: 'flash', attachmentIds: [file] }
  const { body } = await user.send('POST', '/api/chat/message', question)
  const [start] = parseEvents(String(body.text))
  if (start?.type !== 'start') throw new Error('no start')
  return { file, conversation: start.conversationId, answer: start.messageId }
}
const age = (id: string) => hub.db.attachment.update({ where: { id }, data: { createdAt: longAgo } })
async function remove(conversation: string, at: Date): Promise<void> {
  await user.send('DELETE', `/api/chat/conversations/${conversation}`)
  await hub.db.conversation.update({ where: { id: conversation }, data: { deletedAt: at } })
}
const isThere = async (id: string) => (await user.get(`/api/chat/attachments/${id}`)).status === 200
async function purge(): Promise<void> {
  const log = createLogger({ name: 'test', level: 'error' })
  await startPurge({ db: hub.db, clock: systemClock, log })()
}

it('keeps files that a conversation shows or will show again, and deletes the others after a day', async () => {
  const [shown, gone, undone] = [await sent('shown.log'), await sent('gone.log'), await sent('undone.log')]
  const [unsent, fresh] = [await upload('unsent.log'), await upload('fresh.log')]
  await age(unsent)
  await remove(gone.conversation, longAgo)
  await remove(undone.conversation, new Date())
  await purge()
  expect(await Promise.all([shown.file, undone.file, fresh].map(isThere))).toEqual([true, true, true])
  expect(await Promise.all([gone.file, unsent].map(isThere))).toEqual([false, false])
  expect(await hub.db.messageAttachment.count({ where: { attachmentId: gone.file } })).toBe(0)
})

it('keeps the files of a deleted conversation while a branch of it shows them', async () => {
  const { file, conversation, answer } = await sent('branch.log')
  const branch = await user.send('POST', `/api/chat/messages/${answer}/branch`, {})
  await remove(conversation, longAgo)
  await purge()
  expect(await isThere(file)).toBe(true)
  await remove(String(branch.body.id), longAgo)
  await purge()
  expect(await isThere(file)).toBe(false)
})
