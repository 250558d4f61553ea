import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainText } from './plain-text.ts'
import type { TimelineEntry } from './timeline.ts'

const longestChars = 600

/** Tells screen readers an answer once, when it is complete; what streams stays silent. */
export function AnswerAnnouncer({ entry }: { entry: TimelineEntry | undefined }) {
  const { t } = useTranslation('wibot')
  const [watched, setWatched] = useState<string | null>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (!entry || entry.message.role === 'user') return
    const { message } = entry
    if (message.status === 'streaming') return setWatched(message.id)
    if (watched !== message.id) return
    const text = plainText(message.content, longestChars) || t('log.nothing')
    setWords(t(message.status === 'complete' ? 'log.announce' : 'log.announceFailed', { text }))
    setWatched(null)
  }, [entry, watched, t])
  return (
    <p aria-live="polite" className="sr-only">
      {words}
    </p>
  )
}
