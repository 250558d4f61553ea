import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { Section } from './section.tsx'

/** How sure the request is, when a workflow estimated it; a person's request carries no figure. */
export function CertaintySection({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const locale = useLocale()
  const { confidence } = approval.context
  if (confidence === null) {
    if (approval.requestedBy.type !== 'user') return null
    return (
      <Section title={t('sections.confidence')}>
        <p className="text-muted">{t('confidence.human')}</p>
      </Section>
    )
  }
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(confidence)
  return (
    <Section title={t('sections.confidence')}>
      <p className="flex items-center gap-3">
        <span aria-hidden className="h-1.5 w-32 overflow-hidden rounded-full bg-off-soft">
          <span className="block h-full rounded-full bg-accent" style={{ width: `${confidence * 100}%` }} />
        </span>
        <span>
          <span className="font-medium tabular">{percent}</span>{' '}
          <span className="text-muted">{t('confidence.estimate')}</span>
        </span>
      </p>
    </Section>
  )
}
