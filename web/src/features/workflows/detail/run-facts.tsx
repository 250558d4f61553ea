import type { WorkflowRunDetail } from '@hub/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate, formatFull } from '../../../lib/time.ts'
import { Section } from '../../../page/section.tsx'
import { FactTable } from '../../../ui/fact-table.tsx'
import { RunDuration } from '../words/run-duration.tsx'
import { TicketLink } from '../words/ticket-link.tsx'
import { useRunWords } from '../words/use-run-words.ts'

/** What the run tells of itself, each fact only when it is known. */
export function RunFacts({ run }: { run: WorkflowRunDetail }) {
  const { t } = useTranslation('workflows')
  const words = useRunWords()
  const { clientName, ticketId, category, verdict, confidence, phase, autoResolved } = run
  const sure = confidence === null ? '' : ` · ${t('sure', { percent: Math.round(confidence * 100) })}`
  const facts: [string, ReactNode][] = [
    [t('run.client'), clientName],
    [t('run.ticket'), ticketId !== null && <TicketLink ticketId={ticketId} />],
    [t('run.category'), category !== null && words.category(category) + (verdict === null ? sure : '')],
    [t('run.verdict'), verdict !== null && words.verdict(verdict) + sure],
    [t('run.phase'), phase !== null && words.phase(phase)],
    [
      t('run.resolved'),
      autoResolved !== null && t(autoResolved ? 'run.resolvedAlone' : 'run.resolvedByPeople'),
    ],
    [t('run.created'), <At key="created" instant={run.createdAt} />],
    [t('run.updated'), run.endedAt === null && <At key="updated" instant={run.updatedAt} />],
    [t('run.ended'), run.endedAt !== null && <At key="ended" instant={run.endedAt} />],
    [t('run.duration'), <RunDuration key="duration" run={run} />],
  ]
  return (
    <Section title={t('run.about')}>
      <FactTable
        facts={facts.flatMap(([label, value]) =>
          value === null || value === false ? [] : [{ key: label, label, value }],
        )}
      />
    </Section>
  )
}

function At({ instant }: { instant: string }) {
  const locale = useLocale()
  const at = new Date(instant)
  return (
    <time dateTime={instant} title={formatFull(at, locale)} className="tabular">
      {formatDate(at, locale)}
    </time>
  )
}
