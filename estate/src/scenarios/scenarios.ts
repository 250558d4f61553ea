import { createRandom } from '../data/random.ts'
import { draftNewTicket } from '../glpi/seed/ticket-draft.ts'
import { writeTicket } from '../glpi/seed/write-ticket.ts'
import type { ScenarioName } from './catalogue.ts'
import { flapPort } from './network/flap.ts'
import { resumePolling, stopPolling } from './network/polling.ts'
import { powerTo } from './network/power-to.ts'
import { providerTo } from './network/provider-to.ts'
import { switchTo } from './network/switch-to.ts'
import type { Scenario } from './stage.ts'

/** Every scenario by name. */
export const scenarios: Record<ScenarioName, Scenario> = {
  'lock-account': async ({ directory }, [login = '']) => {
    await directory.control.lock(login)
    return `${login} is locked`
  },
  'switch-down': switchTo(false),
  'switch-up': switchTo(true),
  'provider-down': providerTo(false),
  'provider-up': providerTo(true),
  'power-cut': powerTo(false),
  'power-back': powerTo(true),
  'flapping-port': flapPort,
  'monitoring-gap': stopPolling,
  'monitoring-back': resumePolling,
  'new-ticket': async ({ glpi, equipment, clock }) => {
    const now = clock().getTime()
    const draft = draftNewTicket({ equipment, now, random: createRandom(now) })
    const id = Math.max(...glpi.all('Ticket').map((ticket) => ticket.id)) + 1
    writeTicket(glpi, { ...draft, id, technician: 0 })
    return `Ticket ${id}: ${draft.title} (${draft.requester.client.name})`
  },
}
