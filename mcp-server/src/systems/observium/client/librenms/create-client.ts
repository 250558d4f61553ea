import { createHttpClient, type HttpLog } from '@hub/kernel'
import { z } from 'zod'
import type { ObserviumClient } from '../../driver.ts'
import { apiUrl } from '../api-url.ts'
import { createAlerts } from './alerts.ts'
import { createDevices } from './devices.ts'
import { createHealth } from './health.ts'
import { createPorts } from './ports.ts'
import { createTransport, system } from './transport.ts'

export interface LibrenmsSettings {
  /** Address of the server; `/api/v0` is added unless it is there. */
  url: string
  /** API token of a user with global read, and of an administrator to acknowledge alerts. */
  token: string
  /** IANA zone of the dates of the server. Default Europe/Paris. */
  timeZone?: string | undefined
  /** Limit of one call. Default 15 s. */
  timeoutMs?: number | undefined
  log?: HttpLog | undefined
}

/** All devices come in one answer, a few kilobytes each. */
const maxBytes = 32 * 1024 * 1024

/**
 * Client of the API of LibreNMS (protocol section 3). No credential column ever leaves it.
 * @throws Error when the address is unusable; nothing is called yet
 */
export function createLibrenmsClient(settings: LibrenmsSettings): ObserviumClient {
  const http = createHttpClient({
    name: system,
    baseUrl: apiUrl(settings.url),
    timeoutMs: settings.timeoutMs ?? 15_000,
    maxConcurrent: 6,
    maxQueued: 500,
    maxBytes,
    retry: { attempts: 3 },
    breaker: { failures: 5, openMs: 15_000 },
    headers: async () => ({ 'x-auth-token': settings.token }),
    ...(settings.log && { log: settings.log }),
  })
  const transport = createTransport(http)
  const timeZone = settings.timeZone ?? 'Europe/Paris'
  return {
    system,
    devices: createDevices(transport, timeZone),
    alerts: createAlerts(transport, timeZone),
    ...createPorts(transport),
    ...createHealth(transport),
    circuit: http.circuit,
    async ping(signal) {
      const startedAt = performance.now()
      // No device has this id: the token and the database are tried, and nothing is sent.
      const query = { type: 'device_id', query: 0 }
      await transport.rows({ path: '/devices', key: 'devices', row: z.object({}), query, signal })
      return performance.now() - startedAt
    },
  }
}
