import { createHash, timingSafeEqual } from 'node:crypto'
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { type Exchange, openExchange } from '../exchange.ts'
import type { Endpoint, ModelState } from '../model-state.ts'
import { parseBody, readText } from '../read-body.ts'
import { chat } from './chat.ts'
import { embeddings } from './embeddings.ts'
import { invalidBody, MistralError, sendMistralFault } from './errors.ts'
import { listModels, readModel } from './models.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

function authorise({ mistralKey }: ModelState): RequestHandler {
  return (request, _response, next) => {
    const given = request.headers.authorization ?? ''
    if (!timingSafeEqual(digest(given), digest(`Bearer ${mistralKey}`))) {
      throw new MistralError(401, { detail: 'Unauthorized' })
    }
    next()
  }
}

interface Route {
  state: ModelState
  endpoint: Endpoint
  run: (exchange: Exchange) => void | Promise<void>
}

function route({ state, endpoint, run }: Route): RequestHandler {
  return async (request, response) => {
    const parsed = parseBody(request.body)
    const body = 'value' in parsed ? parsed.value : undefined
    const exchange = openExchange(state, { vendor: 'mistral', endpoint, request, response, body })
    if (request.method === 'POST' && 'problem' in parsed) {
      const isEmpty = parsed.problem === 'empty'
      const type = isEmpty ? 'missing' : 'json_invalid'
      throw invalidBody([
        { type, loc: ['body'], msg: isEmpty ? 'Field required' : 'JSON decode error', input: null },
      ])
    }
    const failure = state.takeFailure(endpoint)
    if (failure) sendMistralFault(response, failure)
    else await run(exchange)
  }
}

const onError: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof MistralError) response.status(error.status).json(error.body)
  else next(error)
}

/** A Mistral server to mount anywhere: chat completions, embeddings and models, scripted by the state. */
export function mistralRouter(state: ModelState): Router {
  const router = Router()
  const on = (endpoint: Endpoint, run: Route['run']) => route({ state, endpoint, run })
  router.use(authorise(state), readText)
  router.post('/v1/chat/completions', on('chat', chat))
  router.post(
    '/v1/embeddings',
    on('embed', ({ record, response }) => {
      response.json(embeddings(state, record.body))
    }),
  )
  router.get(
    '/v1/models',
    on('list', ({ response }) => {
      response.json(listModels(state))
    }),
  )
  router.get(
    '/v1/models/:id',
    on('list', ({ record, response }) => {
      response.json(readModel(state, decodeURIComponent(record.path.slice('/v1/models/'.length))))
    }),
  )
  router.use((_request, response) => {
    response.status(404).json({ detail: 'Not Found' })
  })
  router.use(onError)
  return router
}
