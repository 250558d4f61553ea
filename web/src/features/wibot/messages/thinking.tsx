import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatElapsed } from '../tools/format-value.ts'
import { useElapsed } from '../tools/use-elapsed.ts'

/** What WIBOT does before the first word, with the time it takes. */
export function Thinking({ since, hasRead }: { since: string; hasRead: boolean }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const elapsed = useElapsed(since, true)
  return (
    <p className="appear-late flex items-center gap-2 text-muted text-sm">
      <span aria-hidden className="size-2 rounded-full bg-wibot motion-safe:animate-pulse" />
      {t(hasRead ? 'answer.reading' : 'answer.thinking')}
      {elapsed > 2000 && <span className="tabular text-faint text-xs">{formatElapsed(elapsed, locale)}</span>}
    </p>
  )
}
