import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'

export interface OlderMessagesProps {
  isLoading: boolean
  isFailed: boolean
  onLoad: () => void
}

/** Reads earlier messages when the reader comes near the top, or on demand. */
export function OlderMessages({ isLoading, isFailed, onLoad }: OlderMessagesProps) {
  const { t } = useTranslation('wibot')
  const element = useRef<HTMLDivElement>(null)
  const load = useEffectEvent(() => {
    if (!isLoading && !isFailed) onLoad()
  })
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && load(), {
      rootMargin: '400px 0px 0px 0px',
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={element} className="flex flex-col items-center gap-1 text-muted text-sm">
      {isFailed && <p role="alert">{t('log.olderFailed')}</p>}
      <Button variant="ghost" busy={isLoading} onClick={onLoad} className="max-md:h-11">
        {t(isLoading ? 'log.loadingOlder' : 'log.older')}
      </Button>
    </div>
  )
}
