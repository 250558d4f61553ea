import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useText } from '../../i18n/use-locale.ts'
import { useArrivals } from '../use-arrivals.ts'
import { showNotification } from './show-notification.ts'

/** Tells the reader through the browser, while the tab is hidden, what arrived for them to decide: its sentence only. */
export function ArrivalNotifier({ isLoaded }: { isLoaded: boolean }) {
  const { t } = useTranslation('approvals')
  const text = useText()
  const navigate = useNavigate()
  useArrivals(isLoaded, (arrived) => {
    if (document.visibilityState === 'visible') return
    for (const { approvalId, sentence } of arrived)
      showNotification({
        title: t('notify.title'),
        body: text(sentence),
        tag: approvalId,
        onOpen: () => void navigate(`/safeguard/${approvalId}`),
      })
  })
  return null
}
