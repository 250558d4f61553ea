import { Unlink2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** That the model cited passages it was not given, and that these numbers were taken out of its text. */
export function RemovedCitations({ count }: { count: number }) {
  const { t } = useTranslation('wibot')
  if (count === 0) return null
  return (
    <p className="flex items-center gap-1.5 text-muted text-xs">
      <Unlink2 aria-hidden className="size-3.5 shrink-0 text-warning" strokeWidth={2} />
      {t('source.removed', { count })}
    </p>
  )
}
