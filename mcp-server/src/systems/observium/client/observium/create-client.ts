import { createHttpClient, type HttpLog } from '@hub/kernel'
import { z } from 'zod'
import type { ObserviumClient } from '../../driver.ts'
import { apiUrl } from '../api-url.ts'
import { createAlerts } from './alerts.ts'
import { createDeviceParts } from './device-parts.ts'
import { createDevices } from './devices.ts'
import { createTransport } from './transport.ts'

export interface ObserviumSettings {
  /** Address of the server; `/api/v0` is added unless it is there. */
  url: string
  /** Web user, or a token of recent builds. */
  auth: { user: string; password: string } | { token: string }
  /** IANA zone of the dates of the server. Default Europe/Paris. */
  timeZone?: string | undefined
  /** Limit of one call. Default 15 s. */
  timeoutMs?: number | undefined
  log?: HttpLog | undefined
}

/**
 * Client of the REST API of Observium (protocol section 1). No credential column ever leaves it.
 * @throws Error when the address is unusable; nothing is called yet
 */
export function createObserviumClient(settings: ObserviumSettings): ObserviumClient {
  const authorization = authorizationOf(settings.auth)
  const http = createHttpClient({
    name: 'Observium',
    baseUrl: apiUrl(settings.url),
    timeoutMs: settings.timeoutMs ?? 15_000,
    maxConcurrent: 6,
    retry: { attempts: 3 },
    breaker: { failures: 5, openMs: 15_000 },
    headers: async () => ({ authorization }),
    ...(settings.log && { log: settings.log }),
  })
  const transport = createTransport(http)
  const timeZone = settings.timeZone ?? 'Europe/Paris'
  return {
    system: 'Observium',
    devices: createDevices(transport, timeZone),
    alerts: createAlerts(transport, timeZone),
    ...createDeviceParts(transport),
    circuit: http.circuit,
    async ping(signal) {
      const startedAt = performance.now()
      const query = { fields: 'device_id', pagesize: 1, pageno: 1 }
      await transport.rows({ collection: 'devices', row: z.object({}), query, signal })
      return performance.now() - startedAt
    },
  }
}

function authorizationOf(auth: ObserviumSettings['auth']): string {
  if ('token' in auth) return `Bearer ${auth.token}`
  return `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString('base64')}`
}
