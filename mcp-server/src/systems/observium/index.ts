import type { Tool } from '../../tools/define-tool.ts'
import type { ObserviumClient } from './client/create-client.ts'
import { getDeviceMetricsTool } from './tools/get-device-metrics.ts'
import { getDeviceStatusTool } from './tools/get-device-status.ts'

export {
  createObserviumClient,
  type ObserviumClient,
} from './client/create-client.ts'

/** The tools of Observium on one client. */
export function createObserviumTools(observium: ObserviumClient): Tool[] {
  return [getDeviceStatusTool(observium), getDeviceMetricsTool(observium)]
}
