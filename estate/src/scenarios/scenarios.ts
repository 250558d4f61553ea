import type { ScenarioName } from './catalogue.ts'
import { flapPort } from './network/flap.ts'
import { resumePolling, stopPolling } from './network/polling.ts'
import { powerTo } from './network/power-to.ts'
import { providerTo } from './network/provider-to.ts'
import { switchTo } from './network/switch-to.ts'
import type { Scenario } from './stage.ts'
import { writeHostile } from './tickets/hostile-ticket.ts'
import { lockAccount } from './tickets/lock-account.ts'
import { writeBatch, writeTicketNow } from './tickets/ticket-batch.ts'

/** Every scenario by name. */
export const scenarios: Record<ScenarioName, Scenario> = {
  'lock-account': lockAccount,
  'switch-down': switchTo(false),
  'switch-up': switchTo(true),
  'provider-down': providerTo(false),
  'provider-up': providerTo(true),
  'power-cut': powerTo(false),
  'power-back': powerTo(true),
  'flapping-port': flapPort,
  'monitoring-gap': stopPolling,
  'monitoring-back': resumePolling,
  'new-ticket': writeTicketNow,
  'batch-50': writeBatch,
  'hostile-ticket': writeHostile,
}
