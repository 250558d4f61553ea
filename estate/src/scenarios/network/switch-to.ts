import { switchDevice } from '../../observium/live/switch-device.ts'
import type { Scenario } from '../stage.ts'
import { devicesOf, notifyOf } from './notify.ts'

/** A device goes down with everything behind it, or comes back with it. */
export const switchTo =
  (isUp: boolean): Scenario =>
  async (stage, [host = '']) => {
    const alerts = switchDevice(stage.observium, host, { isUp, now: stage.clock() })
    await notifyOf(stage, alerts, { event: isUp ? 'RECOVER' : 'ALERT' })
    const names = devicesOf(stage, alerts)
    if (names.length === 0) return `${host} was already ${isUp ? 'up' : 'down'}`
    return `${names.join(', ')} ${isUp ? 'back up' : 'down'}`
  }
