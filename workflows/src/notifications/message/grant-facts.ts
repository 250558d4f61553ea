import { GrantScope, GrantState, type LocalizedText, toolCatalog } from '@hub/contracts'

/** What messages may know of a standing grant. */
export interface GrantFacts {
  grantId: string
  state: GrantState
  expiresAt: Date
  /** Title of the action that it says yes to. */
  title: LocalizedText
  askedBy: string
  /** Whose requests it answers. */
  requester: string
  /** The client that its scope names. */
  clientName: string | null
  maxUses: number
  decidedBy: string | null
  revokedBy: string | null
}

/** Columns of a grant as they are read. */
export interface GrantRow {
  id: string
  state: string
  expiresAt: Date
  toolName: string
  scope: unknown
  askedByName: string
  requesterName: string
  maxUses: number
  decidedByName: string | null
  revokedByName: string | null
}

/** Takes out of a row what may be told; reason, arguments and the other facts of the scope stay behind. */
export function grantFacts(row: GrantRow): GrantFacts {
  const { clientName } = GrantScope.parse(row.scope).target
  return {
    grantId: row.id,
    state: GrantState.parse(row.state),
    expiresAt: row.expiresAt,
    title: toolCatalog.get(row.toolName)?.titles ?? { fr: row.toolName, en: row.toolName },
    askedBy: row.askedByName,
    requester: row.requesterName,
    clientName: typeof clientName === 'string' ? clientName : null,
    maxUses: row.maxUses,
    decidedBy: row.decidedByName,
    revokedBy: row.revokedByName,
  }
}
