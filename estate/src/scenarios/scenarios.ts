import type { Clock } from '../clock.ts'
import type { Equipment } from '../data/equipment.ts'
import { createRandom } from '../data/random.ts'
import type { Directory } from '../directory/index.ts'
import type { GlpiDatabase } from '../glpi/database.ts'
import { draftNewTicket } from '../glpi/seed/ticket-draft.ts'
import { writeTicket } from '../glpi/seed/write-ticket.ts'
import { switchDevice } from '../observium/live/switch-device.ts'
import { alertTags } from '../observium/notify/alert-tags.ts'
import type { Notifier } from '../observium/notify/notifier.ts'
import type { ObsDatabase } from '../observium/tables.ts'
import type { ScenarioName } from './catalogue.ts'

/** What scenarios act upon. */
export interface Stage {
  glpi: GlpiDatabase
  observium: ObsDatabase
  notifier: Notifier
  directory: Directory
  equipment: readonly Equipment[]
  clock: Clock
  /** Base address of the demo Observium, for the links in its notifications. */
  observiumUrl: string
}

/** Plays the scenario and says what happened; throws with a clear line when it cannot. */
export type Scenario = (stage: Stage, args: readonly string[]) => Promise<string>

const switchTo =
  (isUp: boolean): Scenario =>
  async (stage, [host = '']) => {
    const now = stage.clock()
    const alerts = switchDevice(stage.observium, host, { isUp, now })
    const about = { db: stage.observium, now, baseUrl: stage.observiumUrl }
    const event = isUp ? 'RECOVER' : 'ALERT'
    await Promise.all(alerts.map((alert) => stage.notifier.send(alertTags(alert, event, about))))
    const names = alerts.map((alert) => stage.observium.find('devices', alert.device_id ?? '')?.hostname)
    if (names.length === 0) return `${host} was already ${isUp ? 'up' : 'down'}`
    return `${names.join(', ')} ${isUp ? 'back up' : 'down'}`
  }

/** Every scenario by name. */
export const scenarios: Record<ScenarioName, Scenario> = {
  'lock-account': async ({ directory }, [login = '']) => {
    await directory.control.lock(login)
    return `${login} is locked`
  },
  'switch-down': switchTo(false),
  'switch-up': switchTo(true),
  'new-ticket': async ({ glpi, equipment, clock }) => {
    const now = clock().getTime()
    const draft = draftNewTicket({ equipment, now, random: createRandom(now) })
    const id = Math.max(...glpi.all('Ticket').map((ticket) => ticket.id)) + 1
    writeTicket(glpi, { ...draft, id, technician: 0 })
    return `Ticket ${id}: ${draft.title} (${draft.requester.client.name})`
  },
}
