import type { StandingGrant } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../page/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogContent } from '../../../ui/dialog.tsx'
import { DialogActions } from '../../../ui/dialog-actions.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'
import { useRevokeGrant } from '../api/grants.ts'

const shortestReason = 3

/** Ends the grant once the person confirmed and said why. */
export function RevokeGrant({ grant }: { grant: StandingGrant }) {
  const { t } = useTranslation('grants')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const revoke = useRevokeGrant(grant.grantId)
  return (
    <div className="border-t pt-4">
      <Button variant="danger" className="max-md:h-11" onClick={() => setOpen(true)}>
        {t('revoke.open')}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent title={t('revoke.title', { id: grant.grantId })} description={t('revoke.help')}>
          <form
            className="flex flex-col gap-3 p-4"
            onSubmit={(event) => {
              event.preventDefault()
              revoke.mutate({ reason: reason.trim() }, { onSuccess: () => setOpen(false) })
            }}
          >
            <Field label={t('revoke.reason')}>
              <Textarea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
            </Field>
            <Refusal error={revoke.error} />
            <DialogActions back={t('revoke.back')}>
              <Button
                type="submit"
                variant="danger"
                className="max-md:h-11"
                disabled={reason.trim().length < shortestReason}
                busy={revoke.isPending}
              >
                {t('revoke.submit')}
              </Button>
            </DialogActions>
          </form>
        </DialogContent>
      </Dialog>
    </div>
  )
}
