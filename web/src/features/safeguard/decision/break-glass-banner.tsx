import type { Approval } from '@hub/contracts'
import { Siren } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../../ui/moment.tsx'
import { BreakGlassReview } from './break-glass-review.tsx'

/** That the glass was broken, by whom and why, and what another person said of it afterwards. */
export function BreakGlassBanner({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const use = approval.breakGlass
  if (!use) return null
  const { review } = use
  return (
    <section
      aria-label={t('breakGlass.name')}
      className="flex flex-col gap-2 rounded-card border border-danger bg-danger-soft p-3 text-sm"
    >
      <p className="flex gap-2 font-medium text-danger">
        <Siren aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
        <span>
          {t('breakGlass.by', { who: use.displayName })} <Moment at={use.at} className="font-normal" />
        </span>
      </p>
      <p className="pl-6 text-ink">{use.reason}</p>
      {review && (
        <p className="pl-6 text-ink">
          <span className="font-medium">
            {t(`breakGlass.${review.verdict}`, { who: review.displayName })}
          </span>{' '}
          <Moment at={review.at} className="text-muted" />
          <span className="block">{review.note}</span>
        </p>
      )}
      {!review && !approval.you.canReviewBreakGlass && (
        <p className="pl-6 text-ink">{t('breakGlass.toReview')}</p>
      )}
      <BreakGlassReview approval={approval} />
    </section>
  )
}
