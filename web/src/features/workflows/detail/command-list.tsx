import type { RunCommand, WorkflowRunDetail } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../page/section.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { useRunWords } from '../words/use-run-words.ts'

/** What people wanted done with the run, newest first, each with what became of it. */
export function CommandList({ run }: { run: WorkflowRunDetail }) {
  const { t } = useTranslation('workflows')
  const words = useRunWords()
  if (run.commands.length === 0) return null
  const nameOf = ({ kind, step }: RunCommand) => {
    const from = run.steps.find(({ number }) => number === step)
    return kind === 'retry' && from
      ? t('commands.retryFrom', { step: words.step(from.name) })
      : t(`commands.${kind}`)
  }
  return (
    <Section title={t('commands.title')}>
      <ul aria-live="polite" className="border-t text-sm">
        {run.commands.toReversed().map((command) => (
          <li key={command.id} className="flex flex-col gap-0.5 border-b py-2">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{nameOf(command)}</span>
              <span className="text-muted">{t('commands.by', { name: command.by })}</span>
              <Moment at={command.at} className="text-muted" />
              <CommandState command={command} />
            </span>
            {command.reason !== null && <span className="break-words text-muted">{command.reason}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const problems = ['ended', 'running', 'never_begun'] as const

function CommandState({ command: { doneAt, problem } }: { command: RunCommand }) {
  const { t } = useTranslation('workflows')
  if (doneAt === null) return <StatusBadge tone="info">{t('commands.pending')}</StatusBadge>
  if (problem === null) return <StatusBadge tone="ok">{t('commands.done')}</StatusBadge>
  const known = problems.find((one) => one === problem)
  return (
    <span className="text-warning">
      {known ? t(`commands.problem.${known}`) : t('commands.problem.other', { problem })}
    </span>
  )
}
