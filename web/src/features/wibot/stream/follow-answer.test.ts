import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { StreamEvent } from '@hub/contracts'
import { afterEach, describe, expect, it } from 'vitest'
import { type Answer, emptyAnswer } from './answer.ts'
import { type FollowOptions, followAnswer } from './follow-answer.ts'

const events: StreamEvent[] = [
  {
    type: 'start',
    messageId: 'm1',
    conversationId: 'c1',
    userMessageId: 'u1',
    mode: 'flash',
    provider: 'builtin',
    model: 'builtin',
    notice: null,
  },
  { type: 'delta', text: 'Clinique ' },
  { type: 'delta', text: 'Saint-Jean : état ' },
  { type: 'delta', text: 'établi.' },
  { type: 'done', messageId: 'm1', status: 'complete', finishReason: 'stop' },
]
const frame = (event: StreamEvent, id: number) =>
  `event: ${event.type}\nid: ${id}\ndata: ${JSON.stringify(event)}\n\n`
const frames = (from: number, to = events.length) =>
  events.map((event, index) => frame(event, index + 1)).slice(from, to)

type Reply = (response: ServerResponse, lastEventId: number) => void
const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A server that answers its n-th request with the n-th reply, and notes what each request asked for. */
async function serve(replies: Reply[]) {
  const asked: { url: string; lastEventId: number }[] = []
  const server = createServer((request, response) => {
    const lastEventId = Number(request.headers['last-event-id'] ?? 0)
    const reply = replies[asked.length]
    asked.push({ url: request.url ?? '', lastEventId })
    if (reply === undefined) return response.writeHead(404).end()
    reply(response, lastEventId)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

class Refused extends Error {}

function follow(url: string, overrides: Partial<FollowOptions> = {}) {
  const seen: string[] = []
  const signal = overrides.signal ?? new AbortController().signal
  const request = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { headers, signal })
    if (!response.ok) throw new Refused(String(response.status))
    return response
  }
  const ended = followAnswer({
    answer: emptyAnswer(),
    send: () => request('/message'),
    resume: ({ messageId, lastEventId }) =>
      request(
        `/messages/${messageId}/stream`,
        lastEventId > 0 ? { 'Last-Event-ID': String(lastEventId) } : {},
      ),
    canRetry: (error) => !(error instanceof Refused),
    pause: async (attempt) => void seen.push(`pause ${attempt}`),
    signal,
    silenceMs: 5000,
    onAnswer: (answer) => seen.push(answer.text),
    onConnection: (state) => seen.push(state),
    ...overrides,
  })
  return { ended, seen }
}

const open = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' })
const whole: Reply = (response, lastEventId) => open(response).end(frames(lastEventId).join(''))

describe('followAnswer', () => {
  it('reads a whole answer, whatever the cuts between packets', async () => {
    const bytes = Buffer.from(`: hello\n\n${frames(0).join('')}`)
    const { url } = await serve([
      async (response) => {
        open(response)
        for (let at = 0; at < bytes.length; at += 7) {
          response.write(bytes.subarray(at, at + 7))
          await new Promise((resolve) => setImmediate(resolve))
        }
        response.end()
      },
    ])
    const { ended } = follow(url)
    expect(await ended).toMatchObject({ text: 'Clinique Saint-Jean : état établi.', status: 'complete' })
  })

  it('resumes after the last whole event when the connection dies inside one', async () => {
    const { url, asked } = await serve([
      (response) => {
        open(response).write(frames(0, 2).join('') + (frames(2)[0] ?? '').slice(0, 40))
        setTimeout(() => response.destroy(), 50)
      },
      whole,
    ])
    const { ended, seen } = follow(url)
    expect((await ended).text).toBe('Clinique Saint-Jean : état établi.')
    expect(asked).toEqual([
      { url: '/message', lastEventId: 0 },
      { url: '/messages/m1/stream', lastEventId: 2 },
    ])
    expect(seen).toContain('lost')
  })

  it('resumes when the body ends without done, and when nothing comes any more', async () => {
    const { url, asked } = await serve([
      (response) => open(response).end(frames(0, 1).join('')),
      (response) => void open(response).write(frames(1, 2).join('')),
      whole,
    ])
    const { ended } = follow(url, { silenceMs: 150 })
    expect((await ended).status).toBe('complete')
    expect(asked.map(({ lastEventId }) => lastEventId)).toEqual([0, 1, 2])
  })

  it('replays from the beginning after a reload, with no event repeated', async () => {
    const { url, asked } = await serve([whole])
    const { ended } = follow(url, { answer: emptyAnswer('m1'), send: undefined })
    expect(await ended).toMatchObject({ text: 'Clinique Saint-Jean : état établi.', lastEventId: 5 })
    expect(asked).toEqual([{ url: '/messages/m1/stream', lastEventId: 0 }])
  })

  it('takes an answer that is told again from its beginning, in fewer events', async () => {
    const [start, , , , done] = events
    const whole = { type: 'delta', text: 'Clinique Saint-Jean : relu.' } as const
    const retold = [{ ...start, userMessageId: '' } as StreamEvent, whole, done as StreamEvent]
    const { url } = await serve([
      (response) => open(response).end(frames(0, 4).join('')),
      (response) => open(response).end(retold.map((event, index) => frame(event, index + 1)).join('')),
    ])
    expect(await follow(url).ended).toMatchObject({
      text: 'Clinique Saint-Jean : relu.',
      status: 'complete',
      userMessageId: 'u1',
    })
  })

  it('asks again on a jump, then takes what the server has', async () => {
    const jump: Reply = (response) => open(response).end(frames(0, 2).join('') + frames(3).join(''))
    const { url, asked } = await serve([jump, jump])
    const { ended } = follow(url)
    expect(await ended).toMatchObject({ text: 'Clinique établi.', status: 'complete' })
    expect(asked.map(({ lastEventId }) => lastEventId)).toEqual([0, 2])
  })

  it('resumes when an event cannot be read', async () => {
    const { url, asked } = await serve([
      (response) => open(response).end(`${frames(0, 2).join('')}event: delta\nid: 3\ndata: {"type":"del\n\n`),
      whole,
    ])
    expect((await follow(url).ended).text).toBe('Clinique Saint-Jean : état établi.')
    expect(asked[1]?.lastEventId).toBe(2)
  })

  it('gives the refusal of the first request, and of a resume, to the caller', async () => {
    const refused: Reply = (response) => response.writeHead(429).end()
    const first = await serve([refused])
    await expect(follow(first.url).ended).rejects.toThrow('429')
    const later = await serve([(response) => open(response).end(frames(0, 2).join('')), refused])
    await expect(follow(later.url).ended).rejects.toThrow('429')
  })

  it('says so when the connection dies before the first event', async () => {
    const { url } = await serve([(response) => open(response).end()])
    await expect(follow(url).ended).rejects.toThrow('before the answer started')
  })

  it('stops at once when told to', async () => {
    const controller = new AbortController()
    const { url } = await serve([(response) => void open(response).write(frames(0, 3).join(''))])
    const onAnswer = (answer: Answer) => {
      if (answer.lastEventId === 3) controller.abort()
    }
    const { ended } = follow(url, { signal: controller.signal, onAnswer })
    expect(await ended).toMatchObject({ status: 'streaming', lastEventId: 3 })
  })
})
