import { setTimeout as wait } from 'node:timers/promises'
import type { RequestHandler, Response } from 'express'

/** How a system misbehaves. `delay` answers normally, only late; `truncate` sends half of the real answer. */
export interface Fault {
  kind: 'status' | 'html' | 'reset' | 'truncate' | 'delay'
  /** How many requests it hits; 1 unless told. */
  count?: number
  /** Only requests whose path contains this text. */
  path?: string
  /** Only requests of this method. */
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Milliseconds before anything happens. */
  delayMs?: number
  status?: number
  body?: string
  contentType?: string
}

export interface Faults {
  handler: RequestHandler
  failNext(fault: Fault): void
  clear(): void
}

const proxyPage =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

function truncate(response: Response): void {
  const send = response.send.bind(response)
  response.send = (body: unknown) =>
    send(typeof body === 'string' ? body.slice(0, Math.ceil(body.length / 2)) : body)
}

/** Makes the answer of the fault; true when the request goes on to the real system. */
function strike(fault: Fault, response: Response): boolean {
  switch (fault.kind) {
    case 'delay':
      return true
    case 'truncate':
      truncate(response)
      return true
    case 'reset':
      response.socket?.resetAndDestroy()
      return false
    case 'html':
      response
        .status(fault.status ?? 502)
        .type('text/html')
        .send(fault.body ?? proxyPage)
      return false
    case 'status':
      response
        .status(fault.status ?? 500)
        .type(fault.contentType ?? 'application/json')
        .send(fault.body ?? '')
      return false
  }
}

/** A queue of faults in front of a system; the first one that fits the request strikes. */
export function createFaults(): Faults {
  const queue: (Fault & { left: number })[] = []
  return {
    failNext: (fault) => {
      queue.push({ ...fault, left: fault.count ?? 1 })
    },
    clear: () => {
      queue.length = 0
    },
    handler: async (request, response, next) => {
      const fault = queue.find(
        ({ path = '', method = request.method }) => request.path.includes(path) && request.method === method,
      )
      if (!fault) return next()
      fault.left -= 1
      if (fault.left <= 0) queue.splice(queue.indexOf(fault), 1)
      if (fault.delayMs !== undefined) await wait(fault.delayMs)
      if (strike(fault, response)) next()
    },
  }
}
