import type { StandingGrant } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../../page/confirm-button.tsx'
import { useWithdrawGrant } from '../api/grants.ts'

/** Takes back the reader's own request for a grant once they confirmed what that means. */
export function WithdrawGrant({ grant }: { grant: StandingGrant }) {
  const { t } = useTranslation('grants')
  const withdraw = useWithdrawGrant(grant.grantId)
  return (
    <div className="border-t pt-4">
      <ConfirmButton
        words={{
          open: t('withdraw.open'),
          title: t('withdraw.title', { id: grant.grantId }),
          help: t('withdraw.help'),
          back: t('withdraw.back'),
          submit: t('withdraw.submit'),
        }}
        change={withdraw}
        onConfirm={(onDone) => withdraw.mutate(undefined, { onSuccess: onDone })}
      />
    </div>
  )
}
