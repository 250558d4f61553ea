import type { StandingGrant } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../page/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogClose, DialogContent } from '../../../ui/dialog.tsx'
import { useWithdrawGrant } from '../api/grants.ts'

/** Takes back the reader's own request for a grant once they confirmed what that means. */
export function WithdrawGrant({ grant }: { grant: StandingGrant }) {
  const { t } = useTranslation('grants')
  const [isOpen, setOpen] = useState(false)
  const withdraw = useWithdrawGrant(grant.grantId)
  return (
    <div className="border-t pt-4">
      <Button variant="danger" className="max-md:h-11" onClick={() => setOpen(true)}>
        {t('withdraw.open')}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent title={t('withdraw.title', { id: grant.grantId })} description={t('withdraw.help')}>
          <div className="flex flex-col gap-3 p-4">
            <Refusal error={withdraw.error} />
            <div className="flex flex-wrap justify-end gap-2">
              <DialogClose asChild>
                <Button className="max-md:h-11">{t('withdraw.back')}</Button>
              </DialogClose>
              <Button
                variant="danger"
                className="max-md:h-11"
                busy={withdraw.isPending}
                onClick={() => withdraw.mutate(undefined, { onSuccess: () => setOpen(false) })}
              >
                {t('withdraw.submit')}
              </Button>
            </div>
          </div>
        </DialogContent>
      </Dialog>
    </div>
  )
}
