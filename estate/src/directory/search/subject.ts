import type { Domain } from '../domain.ts'
import type { Entry } from '../tree/entry.ts'

/** One entry in the domain it belongs to: what a filter or a reader looks at. */
export interface Subject {
  domain: Domain
  entry: Entry
}
