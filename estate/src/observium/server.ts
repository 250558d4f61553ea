import type { Clock } from '../clock.ts'
import type { ObsDatabase } from './tables.ts'

/** What the endpoints of the demo Observium work with. */
export interface ObsServer {
  db: ObsDatabase
  clock: Clock
  user: string
  password: string
  /** Bearer token with the rights of the user. */
  token: string
  /** Bearer token that may only read. */
  readOnlyToken: string
  /** False: the Community Edition, where every API path shows the login page. */
  isApiEnabled: boolean
}

/** A reply: JSON text or a page. */
export interface ObsReply {
  status: number
  body: unknown
  isHtml?: boolean
  headers?: Record<string, string>
}

const page = (title: string, text: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><form method="post" action="/"><h3>${title}</h3><p>${text}</p><input name="username"><input name="password" type="password"><button>Log in</button></form></body></html>`

/** What a browser would get: 200 and a form, whatever was asked. */
export const loginPage: ObsReply = { status: 200, body: page('Observium', 'Please log in'), isHtml: true }

/** 401 with a page as its body (1.2). */
export const unauthorised: ObsReply = {
  status: 401,
  body: page('Observium', 'Authentication failed'),
  isHtml: true,
  headers: { 'WWW-Authenticate': 'Basic realm="Observium API"' },
}

/** An error the API itself reports. */
export const failure = (status: number, message: string): ObsReply => ({
  status,
  body: { status: 'error', message },
})
