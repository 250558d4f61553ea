import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { type Exchange, openExchange } from '../exchange.ts'
import type { Endpoint, ModelState } from '../model-state.ts'
import { parseBody, readText } from '../read-body.ts'
import { chat } from './chat.ts'
import { embed } from './embed.ts'
import { OllamaError, sendOllamaFault } from './errors.ts'
import { running, show, tags } from './listings.ts'

const version = '0.13.5'

interface Route {
  state: ModelState
  endpoint: Endpoint
  run: (exchange: Exchange) => void | Promise<void>
}

function route({ state, endpoint, run }: Route): RequestHandler {
  return async (request, response) => {
    const parsed = parseBody(request.body)
    const body = 'value' in parsed ? parsed.value : undefined
    const exchange = openExchange(state, { vendor: 'ollama', endpoint, request, response, body })
    if (request.method === 'POST' && 'problem' in parsed) {
      const text = parsed.problem === 'empty' ? 'missing request body' : 'invalid character in request body'
      throw new OllamaError(400, text)
    }
    const failure = state.takeFailure(endpoint)
    if (failure) sendOllamaFault(response, failure)
    else await run(exchange)
  }
}

const onError: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof OllamaError)) {
    next(error)
    return
  }
  response.status(error.status).json({ error: error.message })
}

/** An Ollama server to mount anywhere: chat, embeddings and listings, scripted by the state. */
export function ollamaRouter(state: ModelState): Router {
  const router = Router()
  const on = (endpoint: Endpoint, run: Route['run']) => route({ state, endpoint, run })
  router.use(readText)
  router.get('/', (_request, response) => {
    response.type('text/plain').send('Ollama is running')
  })
  router.post('/api/chat', on('chat', chat))
  router.post(
    '/api/embed',
    on('embed', ({ record, response }) => {
      response.json(embed(state, record.body))
    }),
  )
  router.get(
    '/api/tags',
    on('list', ({ response }) => {
      response.json(tags(state))
    }),
  )
  router.post(
    '/api/show',
    on('list', ({ record, response }) => {
      response.json(show(state, record.body))
    }),
  )
  router.get(
    '/api/ps',
    on('list', ({ response }) => {
      response.json(running(state))
    }),
  )
  router.get(
    '/api/version',
    on('list', ({ response }) => {
      response.json({ version })
    }),
  )
  router.use((_request, response) => {
    response.status(404).type('text/plain').send('404 page not found')
  })
  router.use(onError)
  return router
}
