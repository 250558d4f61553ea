import type { Clock } from './clock.ts'
import type { Directory } from './directory/index.ts'
import type { GlpiControl } from './glpi/create-glpi.ts'
import type { V2Access } from './glpi-v2/call.ts'
import type { GlpiV2Control } from './glpi-v2/create-glpi-v2.ts'
import type { TicketWebhook } from './glpi-v2/webhook/ticket-webhook.ts'
import type { LibrenmsControl } from './librenms/create-librenms.ts'
import type { MailSink } from './mail/index.ts'
import type { ModelState } from './models/index.ts'
import type { ObserviumControl } from './observium/create-observium.ts'
import type { AlertWebhook } from './observium/notify/notifier.ts'
import type { ScenarioName } from './scenarios/catalogue.ts'

/** Secrets of the demo systems; each is random unless given here. */
export interface EstateSecrets {
  glpiAppToken?: string
  glpiUserToken?: string
  glpiOAuthClientId?: string
  glpiOAuthClientSecret?: string
  glpiPassword?: string
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
  /** The estate's clock itself, where a test lets time pass. */
  clock?: Clock
  secrets?: EstateSecrets
  /** Seconds after which an unused GLPI session ends. */
  glpiSessionIdleSeconds?: number
  /** Life of an access token of the High-Level API in seconds. */
  glpiTokenSeconds?: number
  /** Where Observium sends the alerts of scenarios; can be set later on the handle. */
  alertWebhook?: AlertWebhook
}

/** A running demo estate: how to reach each system and how to disturb it. */
export interface Estate {
  url: string
  glpi: { url: string; appToken: string; userToken: string } & GlpiControl
  /** The High-Level API of the same GLPI: `url` of api.php/v2. */
  glpiV2: {
    url: string
    /** Where it tells of new tickets; undefined tells nobody. */
    setWebhook: TicketWebhook['setTarget']
    deliveries: TicketWebhook['deliveries']
  } & V2Access &
    GlpiV2Control
  observium: {
    url: string
    user: string
    password: string
    token: string
    readOnlyToken: string
  } & ObserviumControl
  /** Watches the devices of the demo Observium, with alerts of its own shape. */
  librenms: { url: string; token: string; readOnlyToken: string } & LibrenmsControl
  /** Each model server has a script of its own, in `control`. */
  ollama: { url: string; control: ModelState }
  mistral: { url: string; apiKey: string; control: ModelState }
  directory: Directory
  /** Where the mails of the Hub end: accepted, shown at `/_estate/mail`, never sent on. */
  mail: MailSink
  /** Plays a scenario of the catalogue; throws when it cannot. */
  play(name: ScenarioName, ...args: string[]): Promise<string>
  close(): Promise<void>
}
