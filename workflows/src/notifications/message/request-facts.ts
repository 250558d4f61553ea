import {
  ActionTarget,
  Actor,
  ApprovalContext,
  ApprovalState,
  actorName,
  LocalizedText,
  SecurityLevel,
} from '@hub/contracts'

/** What messages may know of a request. */
export interface RequestFacts {
  approvalId: string
  level: SecurityLevel
  state: ApprovalState
  expiresAt: Date
  sentence: LocalizedText
  requester: string
  target: string
  clientName: string | null
  ticketId: number | null
  ticketTitle: string | null
  /** Names of those who said yes or no, the newest decisions last. */
  deciders: string[]
}

/** Columns of a request as they are read. */
export interface RequestRow {
  id: string
  securityLevel: string
  state: string
  expiresAt: Date
  sentence: unknown
  requestedBy: unknown
  target: unknown
  context: unknown
  decisions: { kind: string; displayName: string }[]
}

/** Only what is told is read: a row of a newer version must not silence the channels. */
const Target = ActionTarget.pick({ name: true, attributes: true })
const Context = ApprovalContext.pick({ clientName: true, ticketId: true, ticketTitle: true })
const decisions = new Set(['approve', 'reject', 'break_glass', 'grant'])

/** Takes out of a row what may be told; the text of the ticket stays behind. */
export function requestFacts(row: RequestRow): RequestFacts {
  const target = Target.parse(row.target)
  const { clientName, ticketId, ticketTitle } = Context.parse(row.context)
  const targetClient = target.attributes.clientName
  return {
    approvalId: row.id,
    level: SecurityLevel.parse(row.securityLevel),
    state: ApprovalState.parse(row.state),
    expiresAt: row.expiresAt,
    sentence: LocalizedText.parse(row.sentence),
    requester: actorName(Actor.parse(row.requestedBy)),
    target: target.name,
    clientName: clientName ?? (typeof targetClient === 'string' ? targetClient : null),
    ticketId,
    ticketTitle,
    deciders: row.decisions.filter(({ kind }) => decisions.has(kind)).map(({ displayName }) => displayName),
  }
}
