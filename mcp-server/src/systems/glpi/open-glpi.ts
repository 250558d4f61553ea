import { ConfigError, type HttpLog } from '@hub/kernel'
import type { McpEnv } from '../../config.ts'
import { createGlpiClient } from './client/create-client.ts'
import type { GlpiClient } from './domain/client.ts'
import { createGlpiV2Client } from './v2/create-v2-client.ts'

/**
 * GLPI through the API that `GLPI_API` names; nothing is called yet.
 * @throws ConfigError naming every value that this API needs and that is missing, in one line
 */
export function openGlpi(env: McpEnv, log: HttpLog): GlpiClient {
  const common = { url: env.GLPI_URL, timeZone: env.GLPI_TIME_ZONE, log }
  if (env.GLPI_API === 'legacy') {
    const { GLPI_APP_TOKEN, GLPI_USER_TOKEN } = required(env, ['GLPI_APP_TOKEN', 'GLPI_USER_TOKEN'])
    return createGlpiClient({ ...common, appToken: GLPI_APP_TOKEN, userToken: GLPI_USER_TOKEN })
  }
  const client = required(env, ['GLPI_OAUTH_CLIENT_ID', 'GLPI_OAUTH_CLIENT_SECRET', ...accountNames(env)])
  return createGlpiV2Client({
    ...common,
    clientId: client.GLPI_OAUTH_CLIENT_ID,
    clientSecret: client.GLPI_OAUTH_CLIENT_SECRET,
    ...(env.GLPI_USERNAME !== undefined && {
      account: { username: env.GLPI_USERNAME, password: client.GLPI_PASSWORD },
    }),
  })
}

/** An account is a name and a password; without either the OAuth client stands for itself. */
function accountNames(env: McpEnv) {
  const isGiven = env.GLPI_USERNAME !== undefined || env.GLPI_PASSWORD !== undefined
  return isGiven ? (['GLPI_USERNAME', 'GLPI_PASSWORD'] as const) : []
}

type Value =
  | 'GLPI_APP_TOKEN'
  | 'GLPI_USER_TOKEN'
  | 'GLPI_OAUTH_CLIENT_ID'
  | 'GLPI_OAUTH_CLIENT_SECRET'
  | Account
type Account = 'GLPI_USERNAME' | 'GLPI_PASSWORD'

function required<Name extends Value>(env: McpEnv, names: readonly Name[]): Record<Name, string> {
  const missing = names.filter((name) => env[name] === undefined)
  if (missing.length > 0) {
    throw new ConfigError(`configuration: ${missing.map((name) => `${name} is missing`).join('; ')}`)
  }
  return Object.fromEntries(names.map((name) => [name, env[name]])) as Record<Name, string>
}
