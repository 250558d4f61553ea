import type { SupportTemplate } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'

/** Says that another text is in force than the one that was begun with, shows it, and asks which one stays. */
export function StaleNotice({
  template: { body, language, changedBy },
  onKeep,
  onTake,
}: {
  template: SupportTemplate
  onKeep: () => void
  onTake: () => void
}) {
  const { t } = useTranslation('workflows')
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 rounded-control bg-warning-soft px-3 py-2.5 text-sm text-warning"
    >
      <p>{changedBy === null ? t('texts.stale') : t('texts.staleBy', { name: changedBy })}</p>
      <details>
        <summary className="min-h-6">{t('texts.inForce')}</summary>
        <div
          lang={language}
          className="mt-1 whitespace-pre-wrap break-words rounded-card border bg-surface p-3 text-ink"
        >
          {body}
        </div>
      </details>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" className="max-md:h-11" onClick={onKeep}>
          {t('texts.keepMine')}
        </Button>
        <Button size="sm" className="max-md:h-11" onClick={onTake}>
          {t('texts.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}
