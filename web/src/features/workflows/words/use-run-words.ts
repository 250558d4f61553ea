import type { WorkflowRunSummary } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatWhen } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'
import { readableOf, readStepName } from './step-name.ts'
import { useWhyWords } from './use-why-words.ts'

type Waiting = Pick<WorkflowRunSummary, 'waitingFor' | 'waitUntil'>

const plainWaits = ['paused', 'ticket_answer', 'incident', 'earlier_mail', 'earlier_run'] as const

/** What the records name, in the words of the reader; a name that the catalogue lacks stays as it is. */
export function useRunWords() {
  const { t, i18n } = useTranslation('workflows')
  const locale = useLocale()
  const now = useNow()
  const why = useWhyWords()
  const known = (key: string, otherwise: string) =>
    i18n.exists(key, { ns: 'workflows' }) ? t(key as 'step.end') : otherwise
  const when = (instant: string) => formatWhen(new Date(instant), now, locale)
  const step = (name: string) => {
    const { key, readable, part } = readStepName(name)
    const words = known(`step.${key}`, readable)
    return part === null ? words : t(`stepPart.${part}`, { step: words })
  }
  const retry = (reason: Record<string, unknown>, until: string | null) => {
    const said = why({ reason: textOf(reason.reason), message: textOf(reason.message) ?? '' })
    if (until === null) return t('wait.retryNever', { why: said })
    return Date.parse(until) > now.getTime()
      ? t('wait.retryAt', { time: when(until), why: said })
      : t('wait.retrySoon', { why: said })
  }
  return {
    step,
    why,
    /** What a run waits for; null when it waits for nothing. */
    wait: ({ waitingFor, waitUntil }: Waiting): string | null => {
      if (waitingFor === null) return null
      if (waitingFor.kind === 'retry') return retry(waitingFor, waitUntil)
      if (waitingFor.kind === 'incident' && waitUntil !== null)
        return t('wait.incidentUntil', { time: when(waitUntil) })
      const words = plainWait(waitingFor)
      return waitUntil === null ? words : t('wait.until', { wait: words, time: when(waitUntil) })
    },
    category: (category: string) => known(`category.${category}`, category),
    verdict: (verdict: string) => known(`verdict.${verdict}`, verdict),
    phase: (phase: string) => known(`phase.${phase}`, readableOf(phase)),
    /** A short value that stands for words, by the name of what it belongs to. */
    code: (name: string, value: string) => known(`code.${name}.${value}`, value),
    key: (key: string) => known(`key.${key}`, readableOf(key)),
  }

  function plainWait({ kind, approvalId }: Record<string, unknown>): string {
    if (kind === 'approval') return t('wait.approval', { id: String(approvalId) })
    const plain = plainWaits.find((one) => one === kind)
    return plain ? t(`wait.${plain}`) : t('wait.other', { kind: readableOf(String(kind)).toLowerCase() })
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
