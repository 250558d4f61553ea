import { observiumGetDeviceMetrics } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { ObserviumClient } from '../driver.ts'
import { readDeviceMetrics } from '../read-device-metrics.ts'

/** `observium_get_device_metrics`: processor, memory, storage, sensors and the busiest ports. */
export function getDeviceMetricsTool(observium: ObserviumClient) {
  return defineReadTool({
    descriptor: observiumGetDeviceMetrics,
    async run({ device }, ctx) {
      const metrics = await readDeviceMetrics(observium, device, ctx.signal)
      const cpu = highest(metrics.processors.map((processor) => processor.usagePercent))
      const memory = highest(metrics.memory.map((pool) => pool.usedPercent))
      return {
        data: { metrics },
        summary: {
          fr: `${metrics.hostname} : processeur ${cpu ?? '?'} %, mémoire ${memory ?? '?'} %.`,
          en: `${metrics.hostname}: processor ${cpu ?? '?'}%, memory ${memory ?? '?'}%.`,
        },
      }
    },
  })
}

/** The greatest percentage, rounded; null when none was measured. */
function highest(values: number[]): number | null {
  return values.length === 0 ? null : Math.round(Math.max(...values))
}
