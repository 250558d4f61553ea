import type { OpenIncident } from '../group/incident.ts'
import type { Facts } from './facts.ts'

/** What the parts of the gathering share. */
export interface Gathering {
  incident: OpenIncident
  facts: Facts
  /** In ms. */
  startedAt: number
}
