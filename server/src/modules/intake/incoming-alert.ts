import { canonicalHash } from '@hub/safeguard'

export type AlertSource = 'observium' | 'librenms'

export interface IncomingAlert {
  source: AlertSource
  /** The same delivery again has the same. */
  digest: string
  body: Record<string, unknown>
}

/** Pictures of graphs: large, and nothing that a decision reads. */
const dropped = /^ENTITY_GRAPH_BASE64$/i

/** A notification as it is kept. */
export function incomingAlert(source: AlertSource, delivered: Record<string, unknown>): IncomingAlert {
  const body = Object.fromEntries(Object.entries(delivered).filter(([name]) => !dropped.test(name)))
  return { source, digest: canonicalHash({ source, body }), body }
}
