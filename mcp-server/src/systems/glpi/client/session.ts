import { UpstreamError } from '@hub/contracts'
import { type HttpClient, type HttpLog, readShape } from '@hub/kernel'
import { SessionOpened } from '../schemas.ts'
import { answerError } from './answer-error.ts'

export interface SessionManager {
  /** Token of the open session; opens one when there is none. */
  token(): Promise<string>
  /** Token of a session that is not `stale`: whoever comes first opens it, the others wait for it. */
  renew(stale: string): Promise<string>
  close(): Promise<void>
}

interface SessionOptions {
  http: HttpClient
  userToken: string
  log?: HttpLog
}

/** Every status with JSON is read here: GLPI says why in the body. */
export const everyStatus = () => true

/** One GLPI session for the process (protocol section 1.3), opened on first use and never twice at once. */
export function createSessionManager({ http, userToken, log }: SessionOptions): SessionManager {
  let opening: Promise<string> | undefined

  function token(): Promise<string> {
    opening ??= openSession(http, userToken).catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }

  return {
    token,
    async renew(stale) {
      const before = opening
      // Many calls learn at once that the session ended: only the one that still sees it drops it.
      if (before !== undefined && (await before) === stale && opening === before) opening = undefined
      return token()
    },
    async close() {
      if (opening === undefined) return
      const open = opening
      opening = undefined
      try {
        const headers = { 'Session-Token': await open }
        await http.request({ path: '/killSession', headers, accepts: everyStatus })
      } catch (error) {
        // The session ends by itself after its idle time.
        log?.debug({ error: error instanceof Error ? error.message : 'unknown' }, 'GLPI session not closed')
      }
    },
  }
}

async function openSession(http: HttpClient, userToken: string): Promise<string> {
  const answer = await http.request({
    path: '/initSession',
    headers: { Authorization: `user_token ${userToken}` },
    accepts: everyStatus,
  })
  const refused = answerError(answer)
  if (refused !== undefined) throw refused
  const opened = readShape(SessionOpened, answer.data, { system: http.name, what: 'the session' })
  await seeEveryEntity(http, opened.session_token)
  return opened.session_token
}

/** Without it the tickets of every child entity look as if they did not exist. */
async function seeEveryEntity(http: HttpClient, sessionToken: string): Promise<void> {
  const answer = await http.request({
    method: 'POST',
    path: '/changeActiveEntities',
    headers: { 'Session-Token': sessionToken },
    body: { entities_id: 'all', is_recursive: true },
    accepts: everyStatus,
  })
  const refused = answerError(answer)
  if (refused !== undefined) throw refused
  if (answer.data !== true) {
    throw new UpstreamError('GLPI did not open every entity to the Hub', { reason: 'glpi.entities' })
  }
}
