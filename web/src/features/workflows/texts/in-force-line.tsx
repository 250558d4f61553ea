import type { SupportTemplate } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatWhen } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Badge } from '../../../ui/badge.tsx'

/** Whether the text is the built-in one, who changed it last, and whether something waits to be saved. */
export function InForceLine({
  template: { isEdited, changedBy, changedAt },
  isDirty,
  isSaved,
}: {
  template: SupportTemplate
  isDirty: boolean
  isSaved: boolean
}) {
  const { t } = useTranslation('workflows')
  const locale = useLocale()
  const now = useNow()
  const time = changedAt === null ? '' : formatWhen(new Date(changedAt), now, locale)
  return (
    <span role="status" className="flex flex-wrap items-center gap-2 text-muted text-sm">
      {isDirty && <Badge tone="warning">{t('texts.unsaved')}</Badge>}
      {isSaved && !isDirty && <span className="text-ok">{t('texts.saved')}</span>}
      {!isEdited && <span>{t('texts.builtIn')}</span>}
      {isEdited && (
        <span>
          {changedBy === null
            ? t('texts.changedAt', { time })
            : t('texts.changed', { name: changedBy, time })}
        </span>
      )}
    </span>
  )
}
