import type { Approval } from '@hub/contracts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../i18n/use-locale.ts'
import { useNow } from '../lib/use-now.ts'
import { crossedThreshold } from './crossed-threshold.ts'
import { timeLeft } from './time-left.ts'

/** Tells a screen reader, once each, that 10, 5 and 1 minutes are left to decide. */
export function CountdownAnnouncer({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const text = useText()
  const { ms } = timeLeft(approval, useNow('second'))
  const previousMs = useRef(ms)
  const [minutes, setMinutes] = useState<number>()
  useEffect(() => {
    const crossed = crossedThreshold(previousMs.current, ms)
    previousMs.current = ms
    if (crossed !== undefined) setMinutes(crossed)
  }, [ms])
  const isOpen = approval.state === 'pending'
  return (
    <p role="status" className="sr-only">
      {isOpen &&
        minutes !== undefined &&
        t('countdown', { count: minutes, sentence: text(approval.sentence) })}
    </p>
  )
}
