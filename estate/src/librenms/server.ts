import type { Clock } from '../clock.ts'
import type { ObsDatabase } from '../observium/tables.ts'

/** What the endpoints of the demo LibreNMS work with: the same devices as the demo Observium. */
export interface LibreServer {
  db: ObsDatabase
  clock: Clock
  /** Token of an administrator. */
  token: string
  /** Token of a user with global read only. */
  readOnlyToken: string
  /** False: versions before mid-2026, which name processors, memory and storage but give no values. */
  hasHealthValues: boolean
  /** Notes of acknowledgements by alert id; they do not survive a restart of the estate. */
  notes: Map<number, string>
}

/** A value of a row: LibreNMS sends numbers as numbers. */
export type LibreRow = Record<string, string | number | null>

export interface LibreReply {
  status: number
  body: unknown
  headers?: Record<string, string>
}

/** Rows under their name, with `count`. */
export const success = (name: string, rows: readonly LibreRow[]): LibreReply => ({
  status: 200,
  body: { status: 'ok', [name]: rows, count: rows.length },
})

export const message = (text: string): LibreReply => ({ status: 200, body: { status: 'ok', message: text } })

export const failure = (status: number, text: string): LibreReply => ({
  status,
  body: { status: 'error', message: text },
})

/** A column as a number; null for what is none. */
export const numeric = (value: string | null | undefined): number | null =>
  value === null || value === undefined || value === '' ? null : Number(value)
