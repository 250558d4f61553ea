import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createModelState, type ModelState, mistralRouter, ollamaRouter } from '../src/models/index.ts'

export interface ModelServers {
  state: ModelState
  ollamaUrl: string
  mistralUrl: string
  close(): Promise<void>
}

/** Both model servers on one free port, each under its own path. */
export async function openModelServers(): Promise<ModelServers> {
  const state = createModelState()
  const app = express()
  app.use('/ollama', ollamaRouter(state))
  app.use('/mistral', mistralRouter(state))
  const server = createServer(app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    state,
    ollamaUrl: `${origin}/ollama`,
    mistralUrl: `${origin}/mistral`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Everything an iterator gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
