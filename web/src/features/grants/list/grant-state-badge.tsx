import type { GrantState } from '@hub/contracts'
import { Ban, CircleCheck, CircleSlash, Hourglass, type LucideIcon, TimerOff, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../../../ui/status.tsx'
import type { Tone } from '../../../ui/tone.ts'

const looks: Record<GrantState, { tone: Tone; icon: LucideIcon }> = {
  requested: { tone: 'warning', icon: Hourglass },
  active: { tone: 'ok', icon: CircleCheck },
  rejected: { tone: 'danger', icon: Ban },
  withdrawn: { tone: 'off', icon: Undo2 },
  revoked: { tone: 'off', icon: CircleSlash },
  expired: { tone: 'off', icon: TimerOff },
}

/** State of a grant as colour, shape and word. */
export function GrantStateBadge({ state }: { state: GrantState }) {
  const { t } = useTranslation('grants')
  return <StatusBadge {...looks[state]}>{t(`state.${state}`)}</StatusBadge>
}
