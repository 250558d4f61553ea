import { type Clock, createHttpClient, type HttpLog, systemClock } from '@hub/kernel'
import { createAccount } from '../account.ts'
import { assertTimeZone } from '../client/create-client.ts'
import type { GlpiClient } from '../domain/client.ts'
import { apiAddress } from './api-url.ts'
import { createAssets } from './assets.ts'
import type { V2Parts } from './driver-parts.ts'
import { createDropdowns } from './dropdowns.ts'
import { createEntities } from './entities.ts'
import { createFollowups } from './followups.ts'
import { createTokenSource, type OAuthCredentials } from './oauth.ts'
import { readAccountId } from './read-account-id.ts'
import { createSolutions } from './solutions.ts'
import { createTasks } from './tasks.ts'
import { createTickets } from './tickets.ts'
import { createTransport } from './transport.ts'
import { createTreeNames } from './tree-names.ts'
import { createUsers } from './users.ts'

export interface GlpiV2Settings extends OAuthCredentials {
  /** Address of GLPI, of its `api.php` or of `api.php/v2`. */
  url: string
  /** IANA zone of the dates of the server. Default Europe/Paris. */
  timeZone?: string | undefined
  /** Limit of one call. Default 20 s (protocol section 1.10). */
  timeoutMs?: number | undefined
  clock?: Clock | undefined
  log?: HttpLog | undefined
}

/**
 * Client of the High-Level API v2 of GLPI 11 (protocol section 2). What that API does not tell is null (when a ticket
 * was solved or closed, town and phone of a client) or refused (`glpi.unsupported`: e-mail addresses of a client).
 * @throws Error when the address or the time zone is unusable; nothing is called yet
 */
export function createGlpiV2Client(settings: GlpiV2Settings): GlpiClient {
  const { log, timeZone = 'Europe/Paris', clock = systemClock } = settings
  const { root, version } = apiAddress(settings.url)
  assertTimeZone(timeZone)
  const http = createHttpClient({
    name: 'GLPI',
    baseUrl: root,
    timeoutMs: settings.timeoutMs ?? 20_000,
    maxConcurrent: 4,
    retry: { attempts: 3 },
    breaker: { failures: 5, openMs: 15_000 },
    ...(log && { log }),
  })
  const tokens = createTokenSource({ http, credentials: settings, clock })
  const transport = createTransport(http, { tokens, version, hasAccount: settings.account !== undefined })
  const parts: V2Parts = {
    transport,
    account: createAccount(() => readAccountId(transport)),
    trees: createTreeNames(transport),
    timeZone,
  }
  return {
    timeZone,
    entities: createEntities(transport),
    tickets: createTickets(parts),
    followups: createFollowups(parts),
    tasks: createTasks(parts),
    solutions: createSolutions(parts),
    users: createUsers(transport),
    dropdowns: createDropdowns(transport),
    assets: createAssets(parts),
    circuit: http.circuit,
    close: async () => tokens.forget(),
    async ping(signal) {
      const startedAt = performance.now()
      await transport.call({ path: '/session', signal })
      return performance.now() - startedAt
    },
  }
}
