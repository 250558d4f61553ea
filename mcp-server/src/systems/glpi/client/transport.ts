import type { HttpAnswer, HttpClient, HttpRequest } from '@hub/kernel'
import { answerError, errorCode, type Missing } from './answer-error.ts'
import { everyStatus, type SessionManager } from './session.ts'

export type GlpiCall = Pick<HttpRequest, 'method' | 'path' | 'query' | 'body' | 'signal'> & {
  missing?: Missing
}

export interface GlpiTransport {
  /**
   * One authenticated call; an ended session is replaced once.
   * @throws NotFoundError, ForbiddenError, ConflictError, UpstreamError (protocol section 1.2)
   */
  call(call: GlpiCall): Promise<HttpAnswer>
}

/** Adds the session to every call. A call that GLPI refused for its session was not done: it is safe to send again. */
export function createTransport(http: HttpClient, sessions: SessionManager): GlpiTransport {
  const send = ({ missing: _, ...request }: GlpiCall, token: string) =>
    http.request({ ...request, headers: { 'Session-Token': token }, accepts: everyStatus })
  return {
    async call(call) {
      const token = await sessions.token()
      const first = await send(call, token)
      const answer = isSessionEnded(first) ? await send(call, await sessions.renew(token)) : first
      const error = answerError(answer, call.missing)
      if (error !== undefined) throw error
      return answer
    },
  }
}

function isSessionEnded(answer: HttpAnswer): boolean {
  return errorCode(answer) === 'ERROR_SESSION_TOKEN_INVALID'
}
