import type { KnowledgeMark } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../ui/status.tsx'

const tones = { open: 'warning', confirmed: 'danger', dismissed: 'off' } as const

/** That a passage is reported, and what became of it. */
export function MarkBadge({ mark }: { mark: Pick<KnowledgeMark, 'kind' | 'state'> }) {
  const { t } = useTranslation('knowledge')
  return (
    <StatusBadge tone={tones[mark.state]}>
      {t('mark.badge', { kind: t(`mark.${mark.kind}`), state: t(`mark.${mark.state}`) })}
    </StatusBadge>
  )
}
