import type { Domain } from '../domain.ts'

/** A decoded write: what the log may know of it (never a value) and the work itself. */
export interface WriteRequest {
  dn: string
  /** Operation and attribute names, e.g. `replace unicodePwd`. */
  attributes: string[]
  run(domain: Domain): Promise<void>
}
