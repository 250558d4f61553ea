import type {
  ApprovalComment,
  EventType,
  HubEvent,
  Locale,
  User,
  WorkflowRunDetail,
  WorkflowSwitches,
} from '@hub/contracts'
import { pastApprovals } from './data/history.ts'
import type { StoredApproval } from './data/make-approval.ts'
import { pendingApprovals } from './data/pending.ts'
import { people } from './data/people.ts'
import { workflowRuns, workflowSwitches } from './data/runs.ts'

/** Everything the mock remembers; one per server. */
export interface MockState {
  approvals: StoredApproval[]
  users: User[]
  secrets: Map<string, string>
  /** `approvalId user` of every whole preview that was on a screen. */
  seen: Set<string>
  comments: Map<string, ApprovalComment[]>
  runs: WorkflowRunDetail[]
  switches: WorkflowSwitches
  lastEventId: number
  publish: (event: HubEvent) => void
}

export function createState(): MockState {
  return {
    approvals: [...pendingApprovals(), ...pastApprovals()],
    users: Object.values(people),
    secrets: new Map(),
    seen: new Set(),
    comments: new Map(),
    runs: workflowRuns(),
    switches: workflowSwitches(),
    lastEventId: 4100,
    publish: () => undefined,
  }
}

/** Replaces a stored request and tells the sockets. */
export function change(state: MockState, next: StoredApproval, type: EventType): void {
  state.approvals = state.approvals.map((one) => (one.approvalId === next.approvalId ? next : one))
  announce(state, type, next.approvalId)
}

/** Sends one event with the next id. */
export function announce(state: MockState, type: EventType, approvalId: string): void {
  state.lastEventId += 1
  state.publish({ type, id: state.lastEventId, at: new Date().toISOString(), data: { approvalId } })
}

export type Sentences = Record<Locale, string>
