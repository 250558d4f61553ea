import type { GlpiAccount } from '../account.ts'
import type { V2Transport } from './transport.ts'
import type { TreeNames } from './tree-names.ts'

/** What the parts of the driver of the High-Level API work with. */
export interface V2Parts {
  transport: V2Transport
  account: GlpiAccount
  trees: TreeNames
  /** IANA zone of the dates of the server, for filters. */
  timeZone: string
}
