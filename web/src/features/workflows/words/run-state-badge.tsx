import type { RunState } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../../../ui/status.tsx'
import { runLook } from './run-look.ts'

/** State of a run in its colour, shape and word. */
export function RunStateBadge({ state }: { state: RunState }) {
  const { t } = useTranslation('workflows')
  const { tone, icon } = runLook[state]
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t(`state.${state}`)}
    </StatusBadge>
  )
}
