import type { WorkflowRunDetail } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../page/section.tsx'
import { SteerBar } from '../steer/steer-bar.tsx'
import { NoWorkerNotice } from '../switches/no-worker-notice.tsx'
import { isEnded } from '../words/run-look.ts'
import { switchesQuery } from '../workflows-api.ts'
import { AlertList } from './alert-list.tsx'
import { CommandList } from './command-list.tsx'
import { ConclusionView } from './conclusion-view.tsx'
import { readConclusion } from './read-conclusion.ts'
import { RunFacts } from './run-facts.tsx'
import { RunHeader } from './run-header.tsx'
import { Timeline } from './timeline.tsx'
import { ValueView } from './value-view.tsx'

/** A run: the head and its steps at the left, what is known about it at the right. */
export function RunDetail({ run }: { run: WorkflowRunDetail }) {
  const { t } = useTranslation('workflows')
  const { data: switches } = useQuery(switchesQuery)
  const waitsForWorker = !isEnded(run.state) || run.commands.some(({ doneAt }) => doneAt === null)
  const { conclusion, rest } = readConclusion(run)
  return (
    <div className="grid max-w-[1280px] gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="flex min-w-0 flex-col gap-5">
        <RunHeader run={run} />
        {switches && waitsForWorker && <NoWorkerNotice switches={switches} />}
        <SteerBar run={run} />
        <CommandList run={run} />
        {conclusion && <ConclusionView run={run} conclusion={conclusion} />}
        <Timeline run={run} />
      </div>
      <aside aria-label={t('run.facts')} className="flex min-w-0 flex-col gap-6">
        <RunFacts run={run} />
        {Object.keys(rest).length > 0 && (
          <Section title={t('run.facts')}>
            <ValueView value={rest} />
          </Section>
        )}
        {run.alerts.length > 0 && <AlertList alerts={run.alerts} />}
        <Section title={t('run.input')}>
          <ValueView value={run.input} />
        </Section>
      </aside>
    </div>
  )
}
