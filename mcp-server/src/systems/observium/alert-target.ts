import { type ActionTarget, ConflictError } from '@hub/contracts'
import type { NetworkAlert, ObserviumClient } from './driver.ts'

/** The alert that an action is about, one check on one device, whatever its state. */
export function alertTarget(alert: NetworkAlert): ActionTarget {
  const { id, device, deviceId, name, entity, severity } = alert
  return {
    system: 'observium',
    kind: 'network_alert',
    id: `${id}:${deviceId}`,
    name: `${name} - ${device}`,
    attributes: { device, deviceId, alertName: name, entity, severity },
  }
}

/** @throws ConflictError when the alert is not on the device that was weighed; NotFoundError */
export async function sameAlert(
  observium: ObserviumClient,
  call: { alertId: number; target: ActionTarget | undefined },
  signal: AbortSignal,
): Promise<NetworkAlert> {
  const alert = await observium.alerts.get(call.alertId, signal)
  const { target } = call
  if (target && target.id !== alertTarget(alert).id) {
    throw new ConflictError(`Alert ${call.alertId} is now about something else: nothing was changed`, {
      reason: 'observium.alert_changed',
      params: { alertId: call.alertId },
    })
  }
  return alert
}

/**
 * The alert of a call as it is now.
 * @throws ConflictError when it has cleared, or is not on the device that was weighed; NotFoundError
 */
export async function alertToChange(...call: Parameters<typeof sameAlert>): Promise<NetworkAlert> {
  const alert = await sameAlert(...call)
  if (alert.state === 'cleared') {
    throw new ConflictError(`Alert ${alert.id} has cleared: there is nothing to acknowledge`, {
      reason: 'observium.alert_cleared',
      params: { alertId: alert.id },
    })
  }
  return alert
}
