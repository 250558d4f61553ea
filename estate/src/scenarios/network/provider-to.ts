import { switchDevice } from '../../observium/live/switch-device.ts'
import type { Scenario, Stage } from '../stage.ts'
import { devicesOf, notifyOf } from './notify.ts'

const mostSites = 4

/** Routers of the first sites that this provider serves. */
function routersOf({ equipment }: Stage, provider: string): string[] {
  const wanted = provider.toLowerCase()
  const routers = equipment.filter(
    ({ model, client }) => model.kind === 'router' && client.provider.toLowerCase() === wanted,
  )
  if (routers.length === 0) {
    const known = [...new Set(equipment.map(({ client }) => client.provider))].join(', ')
    throw new Error(`No site has the provider ${provider}; there are ${known}`)
  }
  return routers.slice(0, mostSites).map(({ name }) => name)
}

/** A provider fails for four sites, or works for them again: nothing there has restarted. */
export const providerTo =
  (isUp: boolean): Scenario =>
  async (stage, [provider = '']) => {
    const now = stage.clock()
    const alerts = routersOf(stage, provider).flatMap((host) =>
      switchDevice(stage.observium, host, { isUp, now, isRestarted: false }),
    )
    await notifyOf(stage, alerts, { event: isUp ? 'RECOVER' : 'ALERT' })
    const names = devicesOf(stage, alerts)
    if (names.length === 0) return `The sites of ${provider} were already ${isUp ? 'up' : 'down'}`
    return `${provider}: ${names.join(', ')} ${isUp ? 'back up' : 'down'}`
  }
