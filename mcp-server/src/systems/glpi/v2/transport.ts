import { UpstreamError } from '@hub/contracts'
import type { HttpAnswer, HttpClient, HttpRequest } from '@hub/kernel'
import type { Missing } from '../client/answer-error.ts'
import { answerError, isTokenRefused } from './answer-error.ts'
import type { TokenSource } from './oauth.ts'

export type V2Call = Pick<HttpRequest, 'method' | 'path' | 'query' | 'body'> & {
  signal?: AbortSignal | undefined
  /** Entity whose items, and those of the entities below it, are seen; the whole tree without it. */
  entityId?: number | undefined
  missing?: Missing
}

export interface V2Transport {
  /**
   * One authenticated call; a token that GLPI refuses is replaced once.
   * @throws NotFoundError, ForbiddenError, ConflictError, UpstreamError (protocol section 2.3)
   */
  call(call: V2Call): Promise<HttpAnswer>
}

const rootEntity = 0

/** Adds token and entity to every call. A call that GLPI refused for its token was not done: it may be sent again. */
export function createTransport(
  http: HttpClient,
  { tokens, version, hasAccount }: { tokens: TokenSource; version: string; hasAccount: boolean },
): V2Transport {
  const send = ({ missing: _, entityId = rootEntity, path, signal, ...request }: V2Call, token: string) =>
    http.request({
      ...request,
      path: `${version}${path}`,
      headers: {
        Authorization: `Bearer ${token}`,
        'GLPI-Entity': String(entityId),
        'GLPI-Entity-Recursive': 'true',
      },
      accepts: () => true,
      ...(signal && { signal }),
    })
  return {
    async call(call) {
      const token = await tokens.current()
      const first = await send(call, token)
      const answer = isTokenRefused(first) ? await send(call, await tokens.renew(token)) : first
      if (isTokenRefused(answer) && !hasAccount) throw noSession(answer.status)
      const error = answerError(answer, call.missing)
      if (error !== undefined) throw error
      return answer
    },
  }
}

/** A token of client credentials has no user behind it (protocol section 2.1). */
function noSession(status: number): UpstreamError {
  return new UpstreamError(
    'GLPI opens no session for an OAuth client alone; set GLPI_USERNAME and GLPI_PASSWORD',
    {
      reason: 'glpi.configuration',
      params: { system: 'GLPI', status },
    },
  )
}
