/** One thing that can happen in the demo world: its name on the command line and what it does. */
export interface ScenarioHelp {
  name: string
  /** Names of the arguments, all required. */
  parameters: readonly string[]
  summary: string
}

export const scenarioCatalogue = [
  { name: 'lock-account', parameters: ['login'], summary: 'a user types a wrong password too often' },
  { name: 'switch-down', parameters: ['host'], summary: 'a device and everything behind it stop answering' },
  { name: 'switch-up', parameters: ['host'], summary: 'the device comes back' },
  { name: 'new-ticket', parameters: [], summary: 'somebody writes to the help desk' },
] as const satisfies readonly ScenarioHelp[]

export type ScenarioName = (typeof scenarioCatalogue)[number]['name']
