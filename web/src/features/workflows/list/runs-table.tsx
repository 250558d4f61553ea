import type { WorkflowRunSummary } from '@hub/contracts'
import { ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { cn } from '../../../ui/class-names.ts'
import { RunRow } from './run-row.tsx'
import { useHeldRuns } from './use-held-runs.ts'

const columns = ['state', 'run', 'about', 'result', 'started', 'duration'] as const
const roomFor: Partial<Record<(typeof columns)[number], string>> = {
  about: 'xl:w-72',
  result: 'max-lg:hidden xl:w-64',
  duration: 'text-right max-lg:hidden',
}

/** Runs, newest first; on a phone each is a small block. */
export function RunsTable({ runs, isOld }: { runs: WorkflowRunSummary[]; isOld: boolean }) {
  const { t } = useTranslation('workflows')
  const { shown, held, show } = useHeldRuns(runs)
  return (
    <>
      <p role="status" className={cn('-mb-3 sticky top-2 z-20 h-0 text-center', held === 0 && 'sr-only')}>
        {held > 0 && (
          <Button variant="primary" onClick={show} className="rounded-full shadow-float max-md:h-11">
            <ArrowUp aria-hidden />
            {t('newRuns', { count: held })}
          </Button>
        )}
      </p>
      <table className={cn('w-full text-left text-sm max-md:block', isOld && 'opacity-60')}>
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="border-b text-muted text-xs max-md:sr-only">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={cn('px-2 py-2 font-medium', roomFor[column])}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {shown.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </tbody>
      </table>
    </>
  )
}
