import { ChevronRight, CircleCheck, CircleX, Hourglass } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDuration } from '../../../lib/time.ts'
import { cn } from '../../../ui/class-names.ts'
import { Moment } from '../../../ui/moment.tsx'
import { RedoButton } from '../steer/redo-button.tsx'
import { formatStepTime } from '../words/step-time.ts'
import { useRunWords } from '../words/use-run-words.ts'
import { isTechnical, type TimelineStep, tookMs } from './read-timeline.ts'
import { isNothing } from './value-shape.ts'
import { ValueView } from './value-view.tsx'

interface StepRowProps {
  step: TimelineStep
  /** How the reader may run it again; null when they may not. */
  redo: { runId: string; isBusy: boolean } | null
}

/** One recorded step: when, how long, how it ended; what it gave is folded. */
export function StepRow({ step, redo }: StepRowProps) {
  const { t } = useTranslation('workflows')
  const words = useRunWords()
  const { failure, waitedMs } = step
  const Icon = failure ? CircleX : CircleCheck
  return (
    <>
      {waitedMs !== null && (
        <li className="flex items-center gap-3 text-faint text-xs tabular">
          <Line>
            <Hourglass aria-hidden className="size-3.5 bg-canvas" strokeWidth={1.75} />
          </Line>
          {t('timeline.later', { time: formatDuration(waitedMs) })}
        </li>
      )}
      <li className="group flex gap-3">
        <Line>
          <Icon
            aria-hidden
            className={cn('mt-1.5 size-5 bg-canvas', failure ? 'text-danger' : 'text-ok')}
            strokeWidth={1.75}
          />
        </Line>
        <div className="flex min-w-0 flex-1 flex-col pt-1.5 pb-3">
          <StepHead step={step} redo={redo} />
          {failure && <p className="break-words text-danger text-sm">{words.why(failure)}</p>}
          {!isNothing(step.result) && <Result step={step} />}
        </div>
      </li>
    </>
  )
}

/** The line that joins the marks of the steps. */
function Line({ children }: { children: ReactNode }) {
  return (
    <span className="relative flex w-5 shrink-0 justify-center self-stretch before:absolute before:inset-y-0 before:left-1/2 before:w-px before:bg-line [&>svg]:relative">
      {children}
    </span>
  )
}

function StepHead({ step, redo }: StepRowProps) {
  const { t } = useTranslation('workflows')
  const locale = useLocale()
  const words = useRunWords()
  const took = tookMs(step)
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
      <span className="sr-only">{t(step.failure ? 'timeline.failedMark' : 'timeline.doneMark')}</span>
      <span className="min-w-0 break-words font-medium">{words.step(step.name)}</span>
      {step.attempt > 1 && (
        <span className="text-muted text-xs">{t('timeline.attempt', { count: step.attempt })}</span>
      )}
      {redo && !isTechnical(step) && (
        <span className="-my-1 ml-auto">
          <RedoButton {...redo} step={{ number: step.number, words: words.step(step.name) }} />
        </span>
      )}
      <span
        className={cn(
          'flex gap-x-3 whitespace-nowrap text-muted text-xs tabular',
          (!redo || isTechnical(step)) && 'ml-auto',
        )}
      >
        {took !== null && <span>{formatStepTime(took, locale)}</span>}
        {step.startedAt !== null && <Moment at={step.startedAt} clock />}
      </span>
    </div>
  )
}

function Result({ step }: { step: TimelineStep }) {
  const { t } = useTranslation('workflows')
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={cn('min-w-0', isOpen && 'w-full')}>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="-ml-1 inline-flex min-h-7 items-center gap-1 rounded-control px-1 text-muted text-sm hover:text-ink max-md:min-h-11"
      >
        <ChevronRight
          aria-hidden
          className={cn('size-4 transition-transform duration-120', isOpen && 'rotate-90')}
          strokeWidth={1.75}
        />
        {t('timeline.result')}
      </button>
      {isOpen && (
        <div className="mt-1 rounded-card border bg-surface p-3">
          <ValueView value={step.result} />
        </div>
      )}
    </div>
  )
}
