import { createHttpClient, type HttpClient, type HttpLog } from '@hub/kernel'
import { z } from 'zod'
import { createAlerts, type ObserviumAlerts } from './alerts.ts'
import { createDeviceParts, type ObserviumDeviceParts } from './device-parts.ts'
import { createDevices, type ObserviumDevices } from './devices.ts'
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

export interface ObserviumClient extends ObserviumDeviceParts {
  readonly timeZone: string
  devices: ObserviumDevices
  alerts: ObserviumAlerts
  /** Milliseconds that Observium took to answer. @throws UpstreamError */
  ping(signal?: AbortSignal): Promise<number>
  circuit: HttpClient['circuit']
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
  return {
    timeZone: settings.timeZone ?? 'Europe/Paris',
    devices: createDevices(transport),
    alerts: createAlerts(transport),
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

function apiUrl(url: string): string {
  const base = url.replace(/\/+$/, '')
  return base.endsWith('/api/v0') ? base : `${base}/api/v0`
}

function authorizationOf(auth: ObserviumSettings['auth']): string {
  if ('token' in auth) return `Bearer ${auth.token}`
  return `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString('base64')}`
}
