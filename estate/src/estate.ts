import type { Directory } from './directory/index.ts'
import type { GlpiControl } from './glpi/create-glpi.ts'
import type { ModelState } from './models/index.ts'
import type { ObserviumControl } from './observium/create-observium.ts'
import type { AlertWebhook } from './observium/notify/notifier.ts'
import type { ScenarioName } from './scenarios/catalogue.ts'

/** Secrets of the demo systems; each is random unless given here. */
export interface EstateSecrets {
  glpiAppToken?: string
  glpiUserToken?: string
  observiumPassword?: string
  mistralApiKey?: string
  directoryBindPassword?: string
}

export interface EstateOptions {
  /** Address to listen on; 127.0.0.1 unless told. */
  host?: string
  /** 0, the default, takes a free port. */
  port?: number
  directoryPort?: number
  /** Folder that keeps the state over restarts; memory only without it. */
  dataDir?: string
  /** Start of the estate's clock; the real time unless told. */
  now?: Date
  secrets?: EstateSecrets
  /** Seconds after which an unused GLPI session ends. */
  glpiSessionIdleSeconds?: number
  /** Where Observium sends the alerts of scenarios; can be set later on the handle. */
  alertWebhook?: AlertWebhook
}

/** A running demo estate: how to reach each system and how to disturb it. */
export interface Estate {
  url: string
  glpi: { url: string; appToken: string; userToken: string } & GlpiControl
  observium: {
    url: string
    user: string
    password: string
    token: string
    readOnlyToken: string
  } & ObserviumControl
  /** Each model server has a script of its own, in `control`. */
  ollama: { url: string; control: ModelState }
  mistral: { url: string; apiKey: string; control: ModelState }
  directory: Directory
  /** Plays a scenario of the catalogue; throws when it cannot. */
  play(name: ScenarioName, ...args: string[]): Promise<string>
  close(): Promise<void>
}
