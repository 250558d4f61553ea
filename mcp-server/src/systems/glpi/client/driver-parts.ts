import type { GlpiAccount } from '../account.ts'
import type { GlpiTransport } from './transport.ts'

/** What the parts of the driver of the legacy API work with. */
export interface DriverParts {
  transport: GlpiTransport
  account: GlpiAccount
  /** IANA zone of the dates of the server. */
  timeZone: string
}
