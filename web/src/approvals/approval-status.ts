import type { Approval, ApprovalState } from '@hub/contracts'
import {
  Ban,
  CircleCheck,
  CircleHelp,
  CirclePause,
  CircleSlash,
  CircleX,
  Clock,
  Hourglass,
  type LucideIcon,
  Play,
} from 'lucide-react'
import type { Tone } from '../ui/tone.ts'

/** What the screen calls the state of a request: the states of the contract, and a deferred pending one. */
export type ApprovalStatus = ApprovalState | 'deferred'

/** The status of a request as people read it. */
export function approvalStatus(approval: Pick<Approval, 'state' | 'deferredUntil'>): ApprovalStatus {
  return approval.state === 'pending' && approval.deferredUntil !== null ? 'deferred' : approval.state
}

/** Tone and shape of each status. */
export const statusLook: Record<ApprovalStatus, { tone: Tone; icon: LucideIcon }> = {
  pending: { tone: 'warning', icon: Hourglass },
  deferred: { tone: 'off', icon: CirclePause },
  approved: { tone: 'info', icon: CircleCheck },
  executing: { tone: 'info', icon: Play },
  executed: { tone: 'ok', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  unknown: { tone: 'unknown', icon: CircleHelp },
  rejected: { tone: 'danger', icon: Ban },
  expired: { tone: 'off', icon: Clock },
  cancelled: { tone: 'off', icon: CircleSlash },
}

/** True while nothing is decided. */
export function isOpen(approval: Pick<Approval, 'state'>): boolean {
  return approval.state === 'pending'
}
