import type { Delegation } from '@hub/contracts'
import { CalendarClock, CircleCheck, CircleDashed, CircleSlash, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../../ui/status.tsx'
import type { Tone } from '../../ui/tone.ts'

const looks: Record<Delegation['state'], { tone: Tone; icon: LucideIcon }> = {
  active: { tone: 'ok', icon: CircleCheck },
  planned: { tone: 'info', icon: CalendarClock },
  ended: { tone: 'off', icon: CircleDashed },
  revoked: { tone: 'off', icon: CircleSlash },
}

/** State of a delegation as colour, shape and word. */
export function DelegationStateBadge({ state }: { state: Delegation['state'] }) {
  const { t } = useTranslation('delegations')
  return <StatusBadge {...looks[state]}>{t(`state.${state}`)}</StatusBadge>
}
