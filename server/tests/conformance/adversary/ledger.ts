import type { Victim } from './arena.ts'

/** One call that reached the tool boundary, and what it was told. */
export interface Sent {
  callId: string
  tool: string
  args: unknown
  victim: Victim
  status: 'ok' | 'approval_required' | 'denied' | 'error' | 'unauthorized'
  code: string | undefined
  data: Record<string, unknown>
  approvalId: string | undefined
  text: string
}

/** What an honest person saw when saying yes. */
export interface SaidYes {
  toolName: string
  arguments: Record<string, unknown>
  targetId: string
  /** The change in the directory that may follow; null where another system changes. */
  effect: string | null
}

/** A yes in advance, as honest people gave it. */
export interface GivenGrant {
  toolName: string
  userId: string
  targetId: string
  maxUses: number
  revokedAt: Date | undefined
}

/** What was done by whom, and which effects follow from it. */
export interface Ledger {
  /** Calls since the last look. */
  sent: Sent[]
  /** Steps since the last look, in words. */
  steps: string[]
  /** Requests that may still wait for a decision. */
  waiting: Set<string>
  saidYes: Map<string, SaidYes>
  /** `kind person request` of each decision that an honest person meant to make. */
  meant: Set<string>
  grants: Map<string, GivenGrant>
  /** Effects that may be seen, as the world names them, with their number. */
  allowed: Map<string, number>
  /** Effects of calls that a look at the system settled: it shows the wanted state, not who made it. */
  possible: Map<string, number>
  /** Titles that a ticket may carry. */
  titles: Map<number, Set<string>>
  /** Alerts that may be acknowledged or taken back. */
  alerts: Set<number>
  /** Followups that the attacker left in GLPI by other ways than the Hub. */
  planted: Set<number>
  /** Passwords that were shown to somebody entitled. */
  passwords: string[]
  /** Everything that the attacker was told. */
  told: string[]
  counts: Map<string, { attempts: number; ms: number }>
  statuses: Map<string, number>
}

export function createLedger(): Ledger {
  return {
    sent: [],
    steps: [],
    waiting: new Set(),
    saidYes: new Map(),
    meant: new Set(),
    grants: new Map(),
    allowed: new Map(),
    possible: new Map(),
    titles: new Map(),
    alerts: new Set(),
    planted: new Set(),
    passwords: [],
    told: [],
    counts: new Map(),
    statuses: new Map(),
  }
}

export function addTo(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
