import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../i18n/use-locale.ts'
import { formatDate } from '../../lib/time.ts'
import { tokensQuery } from '../../lib/tokens.ts'
import { Loaded } from '../../page/loaded.tsx'
import { Section } from '../../page/section.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** The tokens of the month in a sentence; the page of the usage has the rest. */
export function TokensSummary() {
  const { t } = useTranslation('profile')
  const locale = useLocale()
  const query = useQuery(tokensQuery)
  const write = new Intl.NumberFormat(locale)
  return (
    <Section
      title={t('usage.title')}
      actions={
        <Button asChild className="max-md:h-11">
          <Link to="/usage">
            {t('usage.see')}
            <ArrowRight aria-hidden />
          </Link>
        </Button>
      }
    >
      <Loaded query={query} failed={t('usage.failed')} skeleton={<Skeleton className="h-5" />}>
        {({ used, quota, renewsAt }) => (
          <p className="text-sm tabular">
            {t('usage.sentence', {
              used: write.format(used),
              quota: write.format(quota),
              date: formatDate(new Date(renewsAt), locale),
            })}
          </p>
        )}
      </Loaded>
    </Section>
  )
}
