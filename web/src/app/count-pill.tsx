import { useTranslation } from 'react-i18next'
import { cn } from '../ui/class-names.ts'

/** How many requests wait for the reader; nothing at zero. */
export function CountPill({ count, className }: { count: number; className?: string }) {
  const { t } = useTranslation('frame')
  if (count === 0) return null
  return (
    <span
      className={cn(
        'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-full bg-warning-soft px-1 font-semibold text-warning text-xs tabular',
        className,
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('pendingCount', { count })}</span>
    </span>
  )
}
