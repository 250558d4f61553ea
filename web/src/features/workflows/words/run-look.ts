import type { RunState } from '@hub/contracts'
import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  Hourglass,
  type LucideIcon,
  Play,
  TriangleAlert,
  UserRound,
} from 'lucide-react'
import type { Tone } from '../../../ui/tone.ts'

/** Tone and shape of each state. */
export const runLook: Record<RunState, { tone: Tone; icon: LucideIcon }> = {
  queued: { tone: 'off', icon: CircleDashed },
  running: { tone: 'info', icon: Play },
  waiting: { tone: 'off', icon: Hourglass },
  parked: { tone: 'warning', icon: TriangleAlert },
  done: { tone: 'ok', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  cancelled: { tone: 'off', icon: CircleSlash },
  handed_over: { tone: 'unknown', icon: UserRound },
}

const ended: ReadonlySet<RunState> = new Set(['done', 'failed', 'cancelled', 'handed_over'])

/** Whether nothing more happens to a run by itself. */
export function isEnded(state: RunState): boolean {
  return ended.has(state)
}
