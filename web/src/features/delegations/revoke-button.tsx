import type { Delegation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../../page/confirm-button.tsx'
import { useRevokeDelegation } from './change-delegations.ts'

/** Ends a delegation once the person confirmed what that means. */
export function RevokeButton({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation('delegations')
  const revoke = useRevokeDelegation()
  const names = { from: delegation.from.displayName, to: delegation.to.displayName }
  return (
    <ConfirmButton
      words={{
        open: t('revoke.open'),
        title: t('revoke.title'),
        help: t('revoke.help', names),
        back: t('revoke.back'),
        submit: t('revoke.submit'),
      }}
      size="sm"
      change={revoke}
      onConfirm={(onDone) => revoke.mutate(delegation.id, { onSuccess: onDone })}
    />
  )
}
