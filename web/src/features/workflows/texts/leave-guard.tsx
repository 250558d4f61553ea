import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogContent } from '../../../ui/dialog.tsx'

/** Asks before the person goes elsewhere while something is not saved; the browser asks when they close the page. */
export function LeaveGuard({ isOn, name }: { isOn: boolean; name: string }) {
  const { t } = useTranslation('workflows')
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      isOn && (from.pathname !== to.pathname || from.search !== to.search),
  )
  useEffect(() => {
    if (!isOn) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isOn])
  if (blocker.state !== 'blocked') return null
  return (
    <Dialog open onOpenChange={() => blocker.reset()}>
      <DialogContent title={t('texts.leaveTitle')} description={t('texts.leaveHelp', { name })}>
        <div className="flex flex-wrap justify-end gap-2 p-4">
          <Button className="max-md:h-11" onClick={() => blocker.reset()}>
            {t('texts.stay')}
          </Button>
          <Button variant="danger" className="max-md:h-11" onClick={() => blocker.proceed()}>
            {t('texts.leave')}
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  )
}
