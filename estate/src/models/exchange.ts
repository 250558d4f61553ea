import type { Request, Response } from 'express'
import type { Endpoint, ModelState, RequestRecord, Vendor } from './model-state.ts'

/** One request with its answer and what is known of the client behind it. */
export interface Exchange {
  state: ModelState
  record: RequestRecord
  response: Response
  /** Aborts when the connection ends. */
  signal: AbortSignal
  /** Break the connection from this side. */
  drop: () => void
}

export interface Incoming {
  vendor: Vendor
  endpoint: Endpoint
  request: Request
  response: Response
  body: unknown
}

/** Record a request and follow its connection: the record says whether the client stayed for the whole answer. */
export function openExchange(
  state: ModelState,
  { vendor, endpoint, request, response, body }: Incoming,
): Exchange {
  const record = state.record({ vendor, endpoint, path: request.path, body })
  const controller = new AbortController()
  let isDropped = false
  response.once('close', () => {
    record.outcome = response.writableFinished || isDropped ? 'answered' : 'disconnected'
    controller.abort()
  })
  const drop = () => {
    isDropped = true
    response.destroy()
  }
  return { state, record, response, signal: controller.signal, drop }
}
