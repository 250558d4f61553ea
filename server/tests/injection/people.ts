import { randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { parseEvents, request } from '../harness/api-client.ts'
import type { TestHub } from '../harness/start-test-hub.ts'

export interface Person {
  token: string
  level: 'N1' | 'N2'
}

/** Exposures of one person: each leaves nine requests open, and 30 may be; each asks twice, 30 times in a minute. */
const questionsEach = 3

/** People of one level, each for some questions: a new one comes when the last has asked enough. */
export function createPeople(hub: TestHub, level: Person['level']): () => Promise<Person> {
  let left = 0
  let person: Person | undefined
  return async () => {
    left -= 1
    if (!person || left < 0) {
      left = questionsEach
      person = { level, token: await moveIn(hub, level) }
    }
    return person
  }
}

async function moveIn({ db, env }: TestHub, accreditation: Person['level']): Promise<string> {
  const id = randomUUID()
  const login = `temoin-${id.slice(0, 8)}`
  await db.user.create({ data: { id, login, displayName: login, passwordHash: 'none', accreditation } })
  const expiresAt = new Date(Date.now() + 8 * 3_600_000)
  const session = randomUUID()
  await db.session.create({ data: { id: session, userId: id, expiresAt } })
  const options = { algorithm: 'HS256', subject: id, jwtid: session, audience: 'hub' } as const
  return jwt.sign({ exp: Math.floor(expiresAt.getTime() / 1_000) }, String(env.JWT_SECRET), options)
}

/** One question with all that may come with it. @returns what the person is told */
export async function askAs(hub: TestHub, { token }: Person, body: Record<string, unknown>) {
  const answer = await request(hub, '/api/chat/message', { method: 'POST', token, body })
  if (answer.status !== 200) throw new Error(`not asked: ${JSON.stringify(answer.body)}`)
  return parseEvents(String(answer.body.text))
}

/** A conversation bound to a ticket. @returns its id */
export async function bindTo(
  hub: TestHub,
  { token }: Person,
  binding: { ticketId: number; label: string },
): Promise<string> {
  const { ticketId, label } = binding
  const body = { title: 'Essai', binding: { kind: 'ticket', id: String(ticketId), label } }
  const answer = await request(hub, '/api/chat/conversations', { method: 'POST', token, body })
  if (answer.status !== 201) throw new Error(`not bound: ${JSON.stringify(answer.body)}`)
  return String(answer.body.id)
}

/** A file to go with a question. @returns its id */
export async function attach(
  hub: TestHub,
  { token }: Person,
  file: { name: string; text: string },
): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([file.text]), file.name)
  const init = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form }
  const answer = await fetch(`${hub.url}/api/chat/attachments`, init)
  const { id } = (await answer.json()) as { id?: string }
  if (!id) throw new Error(`not attached: HTTP ${answer.status}`)
  return id
}
