import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissOffer, useNotificationChoices } from '../../../approvals/notify/notification-store.ts'
import { notificationPermission } from '../../../approvals/notify/show-notification.ts'
import { Button } from '../../../ui/button.tsx'

/** Offers notifications, once the reader has met a request; never again when they say no. */
export function NotificationOffer() {
  const { t } = useTranslation('safeguard')
  const { hasMetRequest, isDismissed } = useNotificationChoices()
  const [permission, setPermission] = useState(notificationPermission)
  if (!hasMetRequest || isDismissed || permission === 'granted' || permission === 'unsupported') return null
  const ask = async () => setPermission(await Notification.requestPermission())
  const isDenied = permission === 'denied'
  return (
    <section aria-label={t('notify.label')} className="flex flex-col gap-2 border-t bg-surface px-4 py-2.5">
      <p className="flex gap-2 text-sm">
        <BellRing aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" strokeWidth={1.75} />
        {t(isDenied ? 'notify.denied' : 'notify.offer')}
      </p>
      <div className="flex gap-2 pl-6">
        {!isDenied && (
          <Button size="sm" onClick={() => void ask()} className="max-md:h-11">
            {t('notify.accept')}
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={dismissOffer} className="max-md:h-11">
          {t(isDenied ? 'notify.understood' : 'notify.later')}
        </Button>
      </div>
    </section>
  )
}
