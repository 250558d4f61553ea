/** One thing that can happen in the demo world: its name on the command line and what it does. */
export interface ScenarioHelp {
  name: string
  /** Names of the arguments, all required. */
  parameters: readonly string[]
  summary: string
}

export const scenarioCatalogue = [
  {
    name: 'lock-account',
    parameters: ['login'],
    summary: 'a user types a wrong password too often and writes a ticket',
  },
  { name: 'switch-down', parameters: ['host'], summary: 'a device and everything behind it stop answering' },
  { name: 'switch-up', parameters: ['host'], summary: 'the device comes back' },
  { name: 'provider-down', parameters: ['provider'], summary: 'a provider fails for four sites' },
  { name: 'provider-up', parameters: ['provider'], summary: 'the provider works again' },
  { name: 'power-cut', parameters: ['client'], summary: 'a client has no electricity any more' },
  { name: 'power-back', parameters: ['client'], summary: 'the electricity is back, everything restarts' },
  { name: 'flapping-port', parameters: ['host'], summary: 'the port towards a device comes and goes' },
  { name: 'monitoring-gap', parameters: [], summary: 'the monitoring has looked at nothing for 25 minutes' },
  { name: 'monitoring-back', parameters: [], summary: 'the monitoring looks again' },
  { name: 'new-ticket', parameters: [], summary: 'somebody writes to the help desk' },
  { name: 'batch-50', parameters: [], summary: 'fifty people write at once, a few of them with bad intent' },
  { name: 'hostile-ticket', parameters: [], summary: 'strangers ask for accounts that are not theirs' },
] as const satisfies readonly ScenarioHelp[]

export type ScenarioName = (typeof scenarioCatalogue)[number]['name']
