import type { RequestHandler } from 'express'

/** One request that reached a system. Headers and bodies are not kept: they carry secrets. */
export interface LoggedRequest {
  at: Date
  method: string
  /** Path below the system's base address. */
  path: string
  /** Query string, decoded, without anything that looks like a credential. */
  query: string
  /** 0 when the connection was cut before an answer. */
  status: number
}

export interface RequestLog {
  handler: RequestHandler
  entries(): readonly LoggedRequest[]
  clear(): void
}

const capacity = 2000
const secretNames = /token|password|login|secret|key/i

function cleanQuery(query: string): string {
  const kept = [...new URLSearchParams(query)].filter(([name]) => !secretNames.test(name))
  return kept.map(([name, value]) => `${name}=${value}`).join('&')
}

/** Remembers the last 2000 requests of a system. */
export function createRequestLog(now: () => Date): RequestLog {
  const entries: LoggedRequest[] = []
  return {
    entries: () => [...entries],
    clear: () => {
      entries.length = 0
    },
    handler: (request, response, next) => {
      const { method, path } = request
      const query = cleanQuery(request.url.split('?')[1] ?? '')
      response.once('close', () => {
        const status = response.headersSent ? response.statusCode : 0
        entries.push({ at: now(), method, path, query, status })
        if (entries.length > capacity) entries.shift()
      })
      next()
    },
  }
}
