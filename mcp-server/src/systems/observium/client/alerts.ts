import { AlertCheckRow, AlertRow } from '../schemas.ts'
import type { ObserviumTransport } from './transport.ts'

export interface ObserviumAlerts {
  /** Alerts of a device that fail now (protocol section 1.3); the default of `status` differs, so it is always sent. */
  failed(deviceId: number, signal?: AbortSignal): Promise<AlertRow[]>
  checks(signal?: AbortSignal): Promise<AlertCheckRow[]>
}

export function createAlerts(transport: ObserviumTransport): ObserviumAlerts {
  return {
    failed(deviceId, signal) {
      const query = { device_id: deviceId, status: 'failed', expand_entities: 1, pagesize: 200, pageno: 1 }
      return transport.rows({ collection: 'alerts', row: AlertRow, query, signal })
    },
    checks(signal) {
      const query = { pagesize: 500, pageno: 1 }
      return transport.rows({ collection: 'alert_checks', row: AlertCheckRow, query, signal })
    },
  }
}
