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
    streamAnswer(res, stream)
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
