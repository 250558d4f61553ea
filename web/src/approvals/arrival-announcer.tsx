import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../i18n/use-locale.ts'
import { useArrivals } from './use-arrivals.ts'
import { useToDecide } from './use-to-decide.ts'

/** Tells a screen reader, once and politely, that a request to decide arrived; what was there is not announced. */
export function ArrivalAnnouncer({ isLoaded }: { isLoaded: boolean }) {
  const { t } = useTranslation('approvals')
  const text = useText()
  const approvals = useToDecide()
  const [arrivedIds, setArrivedIds] = useState<string[]>([])
  useArrivals(isLoaded, (fresh) => setArrivedIds(fresh.map(({ approvalId }) => approvalId)))
  const arrived = approvals.filter(({ approvalId }) => arrivedIds.includes(approvalId))
  const [only] = arrived
  return (
    <p role="status" className="sr-only">
      {arrived.length === 1 && only && t('arrival', { sentence: text(only.sentence) })}
      {arrived.length > 1 && t('arrivals', { count: arrived.length })}
    </p>
  )
}
