import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { HttpTarget } from '../channels/channel.ts'
import { guardedLookup } from './guarded-lookup.ts'

export interface HttpReply {
  status: number
  retryAfter: string | undefined
  /** The first kilobytes of the answer. */
  text: string
}

/** Limit of one attempt, from the name resolution to the end of the answer. */
export const attemptMs = 15_000
const maxReplyBytes = 4_096

/**
 * Posts JSON once: no redirect is followed, no proxy is used, no other address is connected to than was checked.
 * @throws an error of the network, of TLS or of the timeout; its `code` says which and its message must not be shown
 */
export async function postJson(
  target: HttpTarget,
  message: { body: string; headers?: Record<string, string> },
): Promise<HttpReply> {
  const { request: open } = target.url.protocol === 'https:' ? https : http
  const body = Buffer.from(message.body)
  const request = open(target.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      'user-agent': 'hub-notifications',
      ...message.headers,
    },
    agent: false,
    lookup: guardedLookup(target),
    signal: AbortSignal.timeout(attemptMs),
    ...(target.ca !== undefined && { ca: target.ca }),
  })
  // An abort after the answer has begun is told on the answer too; here nobody waits for it any more.
  request.on('error', () => request.destroy())
  request.end(body)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  try {
    return { ...headOf(response), text: await readStart(response) }
  } catch (error) {
    // The status says what became of the message; an answer that breaks off after it changes nothing.
    if (response.statusCode === undefined) throw error
    return { ...headOf(response), text: '' }
  } finally {
    request.destroy()
  }
}

function headOf({ statusCode, headers }: IncomingMessage) {
  return { status: statusCode ?? 0, retryAfter: headers['retry-after'] }
}

async function readStart(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= maxReplyBytes) break
  }
  return Buffer.concat(chunks).subarray(0, maxReplyBytes).toString('utf8')
}
