import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AnswerStream } from './run/answer-stream.ts'
import { keepAliveMs, streamAnswer } from './stream-response.ts'

let server: Server
let stream: AnswerStream
let failures: unknown[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  stream = new AnswerStream()
  failures = []
  const app = express().get('/', (_req, res) => {
    streamAnswer(res, stream).catch((error: unknown) => failures.push(error))
    res.on('error', (error) => failures.push(error))
  })
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  vi.useRealTimers()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const port = () => (server.address() as AddressInfo).port

it('writes nothing after the end to a reader that has stopped reading', async () => {
  const reader = connect(port(), '127.0.0.1')
  reader.write('GET / HTTP/1.1\r\nHost: hub\r\n\r\n')
  await new Promise((resolve) => reader.once('data', resolve))
  reader.pause()
  stream.emit({ type: 'delta', text: 'x'.repeat(8_000_000) })
  stream.emit({ type: 'done', messageId: 'm1', status: 'complete', finishReason: 'stop' })
  vi.advanceTimersByTime(3 * keepAliveMs)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(failures).toEqual([])
  reader.destroy()
})

it('tells an answer that has ended already, whole', async () => {
  stream.emit({ type: 'delta', text: 'Bonjour' })
  stream.emit({ type: 'done', messageId: 'm1', status: 'complete', finishReason: 'stop' })
  const answer = await fetch(`http://127.0.0.1:${port()}/`)
  expect(await answer.text()).toMatch(/^event: delta\nid: 1\n[^\n]+\n\nevent: done\nid: 2\n[^\n]+\n\n$/)
})

it('replays an answer that is longer than what may wait, whole', async () => {
  for (let n = 1; n <= 15_000; n += 1) stream.emit({ type: 'delta', text: `mot${n} `.padEnd(80, '.') })
  stream.emit({ type: 'done', messageId: 'm1', status: 'complete', finishReason: 'stop' })
  const answer = await (await fetch(`http://127.0.0.1:${port()}/`)).text()
  expect(answer.match(/^id: /gm)).toHaveLength(15_001)
  expect(failures).toEqual([])
})

it('goes on live after a replay, in order, though the answer went on meanwhile', async () => {
  for (let n = 1; n <= 900; n += 1) stream.emit({ type: 'delta', text: 'x'.repeat(10_000) })
  const answer = await fetch(`http://127.0.0.1:${port()}/`)
  for (let n = 901; n <= 950; n += 1) stream.emit({ type: 'delta', text: 'x'.repeat(10_000) })
  const whole = answer.text()
  await new Promise((resolve) => setTimeout(resolve, 300))
  stream.emit({ type: 'done', messageId: 'm1', status: 'complete', finishReason: 'stop' })
  const ids = [...(await whole).matchAll(/^id: (\d+)/gm)].map(([, id]) => Number(id))
  expect(ids).toEqual(Array.from({ length: 951 }, (_, index) => index + 1))
})
