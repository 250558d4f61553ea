import type { Router } from 'express'
import type { Clock } from '../clock.ts'
import type { ObsDatabase } from '../observium/tables.ts'
import { createSystem, type SystemControl } from '../wire/system.ts'
import { librenmsRouter } from './router.ts'
import type { LibreServer } from './server.ts'

/** What tests may do to the demo LibreNMS. */
export interface LibrenmsControl extends SystemControl {
  /** Switches between a version that gives the values of processors, memory and storage and an older one. */
  setHealthValues(hasThem: boolean): void
  /** The notes kept with the acknowledgements of an alert. */
  noteOf(alertId: number): string | undefined
}

export interface LibrenmsOptions {
  /** The devices, ports and alerts of the demo Observium. */
  db: ObsDatabase
  clock: Clock
  token: string
  readOnlyToken: string
}

/** The demo LibreNMS over the data of the demo Observium: its router (to mount at its root) and its control. */
export function createLibrenms(options: LibrenmsOptions): { router: Router; control: LibrenmsControl } {
  const server: LibreServer = { ...options, hasHealthValues: true, notes: new Map() }
  const system = createSystem(librenmsRouter(server), options.clock)
  return {
    router: system.router,
    control: {
      ...system.control,
      setHealthValues: (hasThem) => {
        server.hasHealthValues = hasThem
      },
      noteOf: (alertId) => server.notes.get(alertId),
    },
  }
}
