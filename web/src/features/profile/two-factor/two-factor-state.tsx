import type { TwoFactor } from '@hub/contracts'
import { CircleCheck, ShieldAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate } from '../../../lib/time.ts'
import { Button } from '../../../ui/button.tsx'
import { StatusBadge } from '../../../ui/status.tsx'

const fewCodes = 3

interface TwoFactorStateProps {
  state: TwoFactor
  onChoose: (step: 'start' | 'renew' | 'end') => void
}

/** Whether a second factor is there, how many recovery codes are left, and what can be done. */
export function TwoFactorState({ state, onChoose }: TwoFactorStateProps) {
  const { t } = useTranslation('profile')
  const locale = useLocale()
  const { isEnrolled, enrolledAt, recoveryCodesLeft } = state
  if (!isEnrolled)
    return (
      <>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <StatusBadge tone="off">{t('twoFactor.off')}</StatusBadge>
          <span className="text-muted">{t('twoFactor.offHelp')}</span>
        </div>
        <Button variant="primary" className="self-start max-md:h-11" onClick={() => onChoose('start')}>
          {t('twoFactor.start')}
        </Button>
      </>
    )
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <StatusBadge tone="ok" icon={CircleCheck}>
          {t('twoFactor.on')}
        </StatusBadge>
        {enrolledAt && (
          <span className="text-muted tabular">
            {t('twoFactor.since', { time: formatDate(new Date(enrolledAt), locale) })}
          </span>
        )}
        {recoveryCodesLeft < fewCodes ? (
          <StatusBadge tone="warning" icon={ShieldAlert}>
            {t('twoFactor.codesLeft', { count: recoveryCodesLeft })}
          </StatusBadge>
        ) : (
          <span className="text-muted">{t('twoFactor.codesLeft', { count: recoveryCodesLeft })}</span>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button className="max-md:h-11" onClick={() => onChoose('renew')}>
          {t('twoFactor.renew')}
        </Button>
        <Button variant="danger" className="max-md:h-11" onClick={() => onChoose('end')}>
          {t('twoFactor.end')}
        </Button>
      </div>
    </>
  )
}
