import type { Delegation } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../page/refusal.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogClose, DialogContent } from '../../ui/dialog.tsx'
import { useRevokeDelegation } from './change-delegations.ts'

/** Ends a delegation once the person confirmed what that means. */
export function RevokeButton({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation('delegations')
  const [isOpen, setOpen] = useState(false)
  const revoke = useRevokeDelegation()
  const names = { from: delegation.from.displayName, to: delegation.to.displayName }
  return (
    <>
      <Button size="sm" variant="danger" className="max-md:h-11" onClick={() => setOpen(true)}>
        {t('revoke.open')}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent title={t('revoke.title')} description={t('revoke.help', names)}>
          <div className="flex flex-col gap-3 p-4">
            <Refusal error={revoke.error} />
            <div className="flex flex-wrap justify-end gap-2">
              <DialogClose asChild>
                <Button className="max-md:h-11">{t('revoke.back')}</Button>
              </DialogClose>
              <Button
                variant="danger"
                className="max-md:h-11"
                busy={revoke.isPending}
                onClick={() => revoke.mutate(delegation.id, { onSuccess: () => setOpen(false) })}
              >
                {t('revoke.submit')}
              </Button>
            </div>
          </div>
        </DialogContent>
      </Dialog>
    </>
  )
}
