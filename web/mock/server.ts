import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { NotFoundError, UnauthorizedError } from '@hub/contracts'
import { WebSocketServer } from 'ws'
import { chatRoutes } from './chat/chat-routes.ts'
import { password } from './data/people.ts'
import { type MockRequest, type Route, readBody, sendError, sendJson, sessionUser } from './http.ts'
import { authRoutes } from './routes/auth.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { peopleRoutes } from './routes/people.ts'
import { readRoutes } from './routes/reads.ts'
import { workflowRoutes } from './routes/workflows.ts'
import { createState } from './state.ts'

const openPaths = new Set(['/api/auth/login', '/api/auth/demo'])
const routes: Route[] = [authRoutes, chatRoutes, peopleRoutes, readRoutes, decisionRoutes, workflowRoutes]

function answer(request: MockRequest): unknown {
  if (!request.user && !openPaths.has(request.path))
    throw new UnauthorizedError('Votre session est terminée.')
  for (const route of routes) {
    const found = route(request)
    if (found !== undefined) return found
  }
  throw new NotFoundError('Rien à cette adresse.')
}

/** Starts the mock API of the Hub on 127.0.0.1; `port` 0 takes a free one. */
export async function startMock({ port = 0 }: { port?: number } = {}) {
  const state = createState()
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://mock')
    readBody(incoming)
      .then((body) =>
        answer({
          state,
          method: incoming.method ?? 'GET',
          path: url.pathname,
          query: url.searchParams,
          body,
          locale: incoming.headers['accept-language']?.startsWith('en') ? 'en' : 'fr',
          user: sessionUser(state, incoming),
          response,
        }),
      )
      .then((body) => sendJson(response, 200, body))
      .catch((error: unknown) => sendError(response, error))
  })
  const sockets = new WebSocketServer({ server, path: '/api/safeguard/ws' })
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ type: 'hello', lastId: state.lastEventId, at: new Date().toISOString() }))
  })
  state.publish = (event) => {
    for (const socket of sockets.clients) socket.send(JSON.stringify(event))
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: used } = server.address() as AddressInfo
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { origin: `http://127.0.0.1:${used}`, password, state, close }
}
