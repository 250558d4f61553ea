import type { Tool } from '../../tools/define-tool.ts'
import type { ObserviumClient } from './driver.ts'
import { acknowledgeAlertTool } from './tools/acknowledge-alert.ts'
import { getDeviceMetricsTool } from './tools/get-device-metrics.ts'
import { getDeviceStatusTool } from './tools/get-device-status.ts'
import { listAlertsTool } from './tools/list-alerts.ts'
import { listDevicesTool } from './tools/list-devices.ts'
import { listPortsTool } from './tools/list-ports.ts'

export { createLibrenmsClient } from './client/librenms/create-client.ts'
export { createObserviumClient } from './client/observium/create-client.ts'
export type { ObserviumClient } from './driver.ts'
export { openNetwork } from './open-network.ts'

/** The tools of the network on one client, of Observium or LibreNMS. */
export function createObserviumTools(observium: ObserviumClient): Tool[] {
  return [
    getDeviceStatusTool(observium),
    getDeviceMetricsTool(observium),
    listDevicesTool(observium),
    listPortsTool(observium),
    listAlertsTool(observium),
    acknowledgeAlertTool(observium),
  ]
}
