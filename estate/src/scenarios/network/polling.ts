import { toLocalText } from '../../clock.ts'
import { pollerOff, pollerOn } from '../../observium/live/poller.ts'
import type { Scenario } from '../stage.ts'
import { notifyOf } from './notify.ts'

const gapMs = 25 * 60_000

/** The poller has been standing still for 25 minutes, and says so; nothing in the network has failed. */
export const stopPolling: Scenario = async (stage) => {
  const { observium } = stage
  const stoppedAt = toLocalText(new Date(stage.clock().getTime() - gapMs))
  const polled = observium.where('devices', { status: '1' })
  for (const device of polled) pollerOff(observium, device, stoppedAt)
  await tell(stage, 'ALERT')
  return `${polled.length} devices are not polled since ${stoppedAt}`
}

export const resumePolling: Scenario = async (stage) => {
  const { observium } = stage
  const stopped = observium.all('devices').filter((device) => pollerOn(observium, device))
  await tell(stage, 'RECOVER')
  return `${stopped.length} devices are polled again`
}

async function tell(stage: Parameters<Scenario>[0], event: 'ALERT' | 'RECOVER'): Promise<void> {
  const [alert] = stage.observium.all('alerts')
  if (!alert) throw new Error('Nothing is watched')
  await notifyOf(stage, [alert], {
    event,
    more: {
      ALERT_ID: '99001',
      ALERT_SEVERITY: 'Warning',
      ALERT_MESSAGE: 'Poller: no data',
      METRICS: `poller_age = ${event === 'ALERT' ? gapMs / 1000 : 0}`,
      CONDITIONS: event === 'ALERT' ? 'poller_age greater 900' : '',
    },
  })
}
