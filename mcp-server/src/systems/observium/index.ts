import type { Tool } from '../../tools/define-tool.ts'
import type { ObserviumClient } from './driver.ts'
import { getDeviceMetricsTool } from './tools/get-device-metrics.ts'
import { getDeviceStatusTool } from './tools/get-device-status.ts'

export { createObserviumClient } from './client/observium/create-client.ts'
export type { ObserviumClient } from './driver.ts'

/** The tools of the network on one client, of Observium or LibreNMS. */
export function createObserviumTools(observium: ObserviumClient): Tool[] {
  return [getDeviceStatusTool(observium), getDeviceMetricsTool(observium)]
}
