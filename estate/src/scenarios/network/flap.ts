import { minute } from '../../clock.ts'
import type { Scenario } from '../stage.ts'
import { notifyOf } from './notify.ts'

const changes = 6
const apartMs = 1.5 * minute

/**
 * The port that leads to a device comes and goes: six changes within the last ten minutes, told now as a monitoring
 * that was busy does. It ends down or up as its last notification says: up.
 */
export const flapPort: Scenario = async (stage, [host = '']) => {
  const { observium, clock } = stage
  const port = observium
    .all('ports')
    .find(({ ifAlias }) => ifAlias?.toLowerCase() === `lien ${host}`.toLowerCase())
  if (!port) throw new Error(`No port leads to ${host}`)
  const [alert] = observium.where('alerts', { device_id: port.device_id ?? '' })
  if (!alert) throw new Error(`Nothing is watched on the device before ${host}`)
  const now = clock().getTime()
  for (let change = 0; change < changes; change += 1) {
    const isUp = change % 2 === 1
    const oper = isUp ? 'up' : 'down'
    await notifyOf(stage, [alert], {
      event: isUp ? 'RECOVER' : 'ALERT',
      at: new Date(now - (changes - change) * apartMs),
      more: {
        ALERT_ID: `9${port.port_id}`,
        ALERT_SEVERITY: 'Critical',
        ALERT_MESSAGE: 'Port down',
        METRICS: `ifOperStatus = ${oper}`,
        CONDITIONS: isUp ? '' : 'ifOperStatus equals down (down)',
        ENTITY_NAME: port.port_label ?? '',
        ENTITY_ID: port.port_id ?? '',
        ENTITY_TYPE: 'port',
        ENTITY_DESCRIPTION: port.ifAlias ?? '',
      },
    })
  }
  return `${port.port_label} towards ${host} changed ${changes} times`
}
