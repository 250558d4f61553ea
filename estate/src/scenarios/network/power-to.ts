import { switchDevice } from '../../observium/live/switch-device.ts'
import type { Scenario, Stage } from '../stage.ts'
import { devicesOf, notifyOf } from './notify.ts'

/** The equipment of a client, by its code or a part of its name. */
function siteOf({ equipment }: Stage, words: string) {
  const wanted = words.toLowerCase()
  const found = equipment.filter(
    ({ client }) => client.code.toLowerCase() === wanted || client.name.toLowerCase().includes(wanted),
  )
  const [first] = found
  if (first === undefined || wanted === '') throw new Error(`The demo has no client ${words}`)
  return found.filter(({ client }) => client === first.client)
}

/** The power of a whole client fails; once it is back, everything there has started anew. */
export const powerTo =
  (isUp: boolean): Scenario =>
  async (stage, [client = '']) => {
    const now = stage.clock()
    const alerts = siteOf(stage, client).flatMap(({ name }) =>
      switchDevice(stage.observium, name, { isUp, now }),
    )
    if (isUp)
      for (const { device_id: id } of alerts)
        stage.observium.update('devices', id ?? '', {
          last_rebooted: String(Math.floor(now.getTime() / 1000)),
        })
    await notifyOf(stage, alerts, { event: isUp ? 'RECOVER' : 'ALERT' })
    const names = devicesOf(stage, alerts)
    if (names.length === 0) return `${client} already ${isUp ? 'has' : 'had no'} power`
    return `${names.join(', ')} ${isUp ? 'have power again' : 'without power'}`
  }
