import type { PolicyExplanation } from '@hub/contracts'
import { Ban, CircleCheck, type LucideIcon, ShieldQuestionMark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../../ui/status.tsx'
import type { Tone } from '../../ui/tone.ts'

const looks: Record<PolicyExplanation['outcome'], { tone: Tone; icon: LucideIcon }> = {
  allowed: { tone: 'ok', icon: CircleCheck },
  approval: { tone: 'warning', icon: ShieldQuestionMark },
  refused: { tone: 'danger', icon: Ban },
}

/** What becomes of a call: allowed, asked for, refused. */
export function OutcomeBadge({ outcome }: { outcome: PolicyExplanation['outcome'] }) {
  const { t } = useTranslation('policy')
  return <StatusBadge {...looks[outcome]}>{t(`outcome.${outcome}`)}</StatusBadge>
}
