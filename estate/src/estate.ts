import type { Directory } from './directory/index.ts'
import type { GlpiControl } from './glpi/create-glpi.ts'
import type { ObserviumControl } from './observium/create-observium.ts'

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
  directory: Directory
  close(): Promise<void>
}
