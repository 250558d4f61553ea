import { ConfigError, type HttpLog } from '@hub/kernel'
import type { McpEnv } from '../../config.ts'
import { createLibrenmsClient } from './client/librenms/create-client.ts'
import { createObserviumClient } from './client/observium/create-client.ts'
import type { ObserviumClient } from './driver.ts'

/**
 * The client of the program that `NETWORK_DRIVER` names; nothing is called yet.
 * @throws ConfigError naming what that program needs and is not set
 */
export function openNetwork(env: McpEnv, log: HttpLog): ObserviumClient {
  if (env.NETWORK_DRIVER === 'librenms') {
    return createLibrenmsClient({
      url: required(env.LIBRENMS_URL, 'LIBRENMS_URL'),
      token: required(env.LIBRENMS_TOKEN, 'LIBRENMS_TOKEN'),
      timeZone: env.LIBRENMS_TIME_ZONE,
      log,
    })
  }
  return createObserviumClient({
    url: required(env.OBSERVIUM_URL, 'OBSERVIUM_URL'),
    auth: observiumAuth(env),
    timeZone: env.OBSERVIUM_TIME_ZONE,
    log,
  })
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new ConfigError(`configuration: ${name} is missing`)
  return value
}

function observiumAuth(env: McpEnv) {
  if (env.OBSERVIUM_TOKEN) return { token: env.OBSERVIUM_TOKEN }
  if (env.OBSERVIUM_USER && env.OBSERVIUM_PASSWORD)
    return { user: env.OBSERVIUM_USER, password: env.OBSERVIUM_PASSWORD }
  throw new ConfigError(
    'configuration: OBSERVIUM_TOKEN, or OBSERVIUM_USER and OBSERVIUM_PASSWORD, is missing',
  )
}
