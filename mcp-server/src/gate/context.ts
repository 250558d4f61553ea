import type { SafeguardContext } from '@hub/safeguard'
import type { Tool } from '../tools/define-tool.ts'
import type { ReadTicket } from './approval-context.ts'
import type { AskLimit } from './ask-limit.ts'
import type { PolicyHolder } from './policy-holder.ts'

/** What the gate works with; built once per process. */
export interface GateContext extends SafeguardContext {
  registry: ReadonlyMap<string, Tool>
  policy: PolicyHolder
  /** Key that seals generated secrets. */
  encryptionKey: string
  readTicket: ReadTicket
  askLimit: AskLimit
  /** Longest time of one effect with its reading back, in milliseconds. */
  effectTimeoutMs: number
  /** Where a person decides: `<publicUrl>/safeguard/<id>`. */
  publicUrl: string
}
