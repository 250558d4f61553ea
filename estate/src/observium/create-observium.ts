import type { Router } from 'express'
import type { Clock } from '../clock.ts'
import { createSystem, type SystemControl } from '../wire/system.ts'
import { type AlertWebhook, createNotifier, type Delivery, type Notifier } from './notify/notifier.ts'
import { observiumRouter } from './router.ts'
import type { ObsServer } from './server.ts'
import type { ObsDatabase, ObsRow, TableName } from './tables.ts'

/** What tests and scenarios may do to the demo Observium. */
export interface ObserviumControl extends SystemControl {
  /** Switches between the subscription edition and the Community Edition, which has no API. */
  setApiEnabled(isEnabled: boolean): void
  /** A copy of a stored row. */
  row(table: TableName, id: string): ObsRow | undefined
  /** Copies of the stored rows that match. */
  rows(table: TableName, match?: ObsRow): ObsRow[]
  /** Changes any column of a stored row, past every rule. Throws when there is no such row. */
  change(table: TableName, id: string, columns: ObsRow): void
  /** Where the alerts of scenarios are sent; undefined sends none. */
  setWebhook(webhook: AlertWebhook | undefined): void
  /** Tries notifications again that were not delivered, as it does by itself each minute. */
  sendAgain(): Promise<void>
  /** The notifications sent so far, oldest first. */
  deliveries(): readonly Delivery[]
  /** Every credential that sits in device rows; none may ever leave a client. */
  deviceSecrets(): string[]
}

export interface ObserviumOptions {
  db: ObsDatabase
  clock: Clock
  user: string
  password: string
  token: string
  readOnlyToken: string
  webhook?: AlertWebhook | undefined
}

const secretColumns = ['snmp_community', 'snmp_authpass', 'snmp_cryptopass']

interface Observium {
  router: Router
  control: ObserviumControl
  notifier: Notifier
}

/** The demo Observium: its router (to mount at its root) and its control. */
export function createObservium(options: ObserviumOptions): Observium {
  const server: ObsServer = { ...options, isApiEnabled: true }
  const system = createSystem(observiumRouter(server), options.clock)
  const { db } = options
  const notifier = createNotifier()
  notifier.setWebhook(options.webhook)
  const control: ObserviumControl = {
    ...system.control,
    setApiEnabled: (isEnabled) => {
      server.isApiEnabled = isEnabled
    },
    row: (table, id) => {
      const row = db.find(table, id)
      return row && { ...row }
    },
    rows: (table, match = {}) => db.where(table, match).map((row) => ({ ...row })),
    change: (table, id, columns) => {
      db.update(table, id, columns)
    },
    setWebhook: notifier.setWebhook,
    sendAgain: notifier.sendAgain,
    deliveries: notifier.deliveries,
    deviceSecrets: () =>
      db.all('devices').flatMap((row) => secretColumns.flatMap((column) => row[column] ?? [])),
  }
  return { router: system.router, control, notifier }
}
