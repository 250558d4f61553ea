import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ApiError } from '../../../lib/api-error.ts'
import { useMe } from '../../../lib/session.ts'
import { Loaded } from '../../../page/loaded.tsx'
import { NoRight } from '../../../page/no-right.tsx'
import { PageBar } from '../../../page/page-bar.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { runQuery } from '../workflows-api.ts'
import { RunDetail } from './run-detail.tsx'

/** One run whole: how it stands, its steps, and what people may do with it. */
export function RunPage() {
  const { t } = useTranslation('workflows')
  const { user } = useMe()
  const { runId = '' } = useParams()
  return (
    <>
      <PageBar title={t('runTitle')}>
        <Link
          to="/workflows"
          className="relative inline-flex min-h-8 items-center gap-1.5 whitespace-nowrap text-muted text-sm after:absolute after:inset-x-0 after:-inset-y-1.5 hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" strokeWidth={1.75} />
          {t('run.back')}
        </Link>
      </PageBar>
      {hasAccreditation(user.accreditation, 'N1') ? (
        <RunView key={runId} runId={runId} />
      ) : (
        <NoRight needed="N1" />
      )}
    </>
  )
}

function RunView({ runId }: { runId: string }) {
  const { t } = useTranslation('workflows')
  const query = useQuery(runQuery(runId))
  if (!query.data && query.error instanceof ApiError && query.error.status === 404) return <NoSuchRun />
  return (
    <div className="p-4 md:p-6 md:pt-4">
      <Loaded query={query} failed={t('run.failed')} skeleton={<Skeleton className="h-96" />}>
        {(run) => <RunDetail run={run} />}
      </Loaded>
    </div>
  )
}

function NoSuchRun() {
  const { t } = useTranslation('workflows')
  return (
    <EmptyState
      icon={Workflow}
      title={t('run.unknown')}
      action={
        <Button asChild className="max-md:h-11">
          <Link to="/workflows">{t('run.back')}</Link>
        </Button>
      }
    >
      {t('run.unknownHelp')}
    </EmptyState>
  )
}
