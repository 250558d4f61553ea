import { observiumGetDeviceStatus } from '@hub/contracts'
import { defineReadTool } from '../../../tools/define-tool.ts'
import type { ObserviumClient } from '../driver.ts'
import { readDeviceStatus } from '../read-device-status.ts'

const states = {
  up: { fr: 'en service', en: 'up' },
  down: { fr: 'hors service', en: 'down' },
  disabled: { fr: 'désactivé dans la supervision', en: 'disabled in the monitoring' },
  ignored: { fr: 'hors service, ignoré', en: 'down, ignored' },
} as const

/** `observium_get_device_status`: up or down, ports, open alerts. */
export function getDeviceStatusTool(observium: ObserviumClient) {
  return defineReadTool({
    descriptor: observiumGetDeviceStatus,
    async run({ device: name }, ctx) {
      const device = await readDeviceStatus(observium, name, ctx.signal)
      const { ports, alerts } = device
      const state = states[device.state]
      const alertCount = alerts.length
      const fr = [
        `${device.hostname} : ${state.fr}`,
        ...(ports === null ? [] : [`${ports.up}/${ports.total} ports actifs`]),
        ...(alertCount === 0 ? [] : [`${alertCount} alerte${alertCount > 1 ? 's' : ''}`]),
      ]
      const en = [
        `${device.hostname}: ${state.en}`,
        ...(ports === null ? [] : [`${ports.up}/${ports.total} ports up`]),
        ...(alertCount === 0 ? [] : [`${alertCount} alert${alertCount > 1 ? 's' : ''}`]),
      ]
      return { data: { device }, summary: { fr: `${fr.join(', ')}.`, en: `${en.join(', ')}.` } }
    },
  })
}
