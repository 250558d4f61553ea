import { type ActionTarget, ConflictError } from '@hub/contracts'
import type { NetworkAlert, ObserviumClient } from './driver.ts'

/** The alert that an action is about: one check on one thing, whatever its state. Only lasting facts. */
export function alertTarget(alert: NetworkAlert): ActionTarget {
  const { id, device, deviceId, name, entity, severity } = alert
  return {
    system: 'observium',
    kind: 'network_alert',
    id: String(id),
    name: `${name} - ${device}`,
    attributes: { device, deviceId, alertName: name, entity, severity },
  }
}

/**
 * The alert of a call as it is now.
 * @throws ConflictError when it has cleared, or is not on the device that was weighed; NotFoundError
 */
export async function alertToChange(
  observium: ObserviumClient,
  call: { alertId: number; target: ActionTarget | undefined },
  signal: AbortSignal,
): Promise<NetworkAlert> {
  const alert = await observium.alerts.get(call.alertId, signal)
  const { target } = call
  if (target && (target.id !== String(alert.id) || target.attributes.deviceId !== alert.deviceId)) {
    throw new ConflictError(`Alert ${call.alertId} is now about something else: nothing was changed`, {
      reason: 'observium.alert_changed',
      params: { alertId: call.alertId },
    })
  }
  if (alert.state === 'cleared') {
    throw new ConflictError(`Alert ${call.alertId} has cleared: there is nothing to acknowledge`, {
      reason: 'observium.alert_cleared',
      params: { alertId: call.alertId },
    })
  }
  return alert
}
