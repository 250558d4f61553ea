import { AppError, type UpstreamError } from '@hub/contracts'
import { networkFailure } from './network-failure.ts'
import { badStatus, parseJson } from './parse-json.ts'
import { readBody } from './read-body.ts'
import { requestUrl } from './request-url.ts'
import { isTransientStatus } from './resilience.ts'
import { retryAfterMs } from './retry-after.ts'
import type { HttpAnswer, HttpClientOptions, HttpRequest } from './types.ts'
import { upstreamError } from './upstream-errors.ts'

const defaultMaxBytes = 8 * 1024 * 1024

/** One attempt: sends the request, reads the answer within the time and size limits, parses it. */
export async function exchange(options: HttpClientOptions, request: HttpRequest): Promise<HttpAnswer> {
  const timeout = AbortSignal.timeout(request.timeoutMs ?? options.timeoutMs)
  const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal])
  const received = await receive(options, { request, signal, timeout })
  return readAnswer(options.name, request, received)
}

interface Received {
  status: number
  headers: Headers
  text: string
}

async function receive(
  options: HttpClientOptions,
  { request, signal, timeout }: { request: HttpRequest; signal: AbortSignal; timeout: AbortSignal },
): Promise<Received> {
  const common = await options.headers?.()
  try {
    const response = await fetch(requestUrl(options.baseUrl, request), {
      method: request.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...common,
        ...request.headers,
      },
      redirect: 'manual',
      signal,
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    })
    if (isRedirect(response.status)) {
      await response.body?.cancel()
      throw refusedRedirect(options.name, response.status)
    }
    const limit = { system: options.name, maxBytes: options.maxBytes ?? defaultMaxBytes }
    return { status: response.status, headers: response.headers, text: await readBody(response, limit) }
  } catch (error) {
    throw explain(options.name, { error, timeout, ...(request.signal && { abort: request.signal }) })
  }
}

function explain(
  system: string,
  { error, timeout, abort }: { error: unknown; timeout: AbortSignal; abort?: AbortSignal },
): unknown {
  if (error instanceof AppError) return error
  if (abort?.aborted) return abort.reason
  if (timeout.aborted) {
    return upstreamError({ system, reason: 'upstream.timeout', sentence: 'did not answer in time' })
  }
  return networkFailure(system, error)
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400
}

function refusedRedirect(system: string, status: number): UpstreamError {
  const sentence = `redirected the request elsewhere instead of answering (HTTP ${status})`
  return upstreamError({ system, reason: 'upstream.refused_redirect', sentence, status })
}

function readAnswer(system: string, request: HttpRequest, received: Received): HttpAnswer {
  const { status, headers, text } = received
  const isAccepted = !isTransientStatus(status) && (request.accepts ?? isSuccess)(status)
  if (!isAccepted) throw badStatus(system, status, retryAfterMs(headers.get('retry-after')))
  return { status, headers, data: parseJson(system, { status, text }) }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}
