import type { ToolCallRecord } from '@hub/contracts'
import { ChevronRight, CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { callState, isTrouble } from './call-state.ts'
import { formatElapsed } from './format-value.ts'
import { elapsedOf } from './segment-calls.ts'
import { ToolCard } from './tool-card.tsx'

export interface ReadGroupProps {
  calls: ToolCallRecord[]
  isLive: boolean
  /** The text has started: what was read can fold away. */
  isSettled: boolean
}

const looks = {
  running: { icon: LoaderCircle, className: 'text-info motion-safe:animate-spin' },
  troubled: { icon: TriangleAlert, className: 'text-warning' },
  ok: { icon: CircleCheck, className: 'text-ok' },
}

/** Reads in a row. Several fold into one line once they are done; a failed one stays in sight. */
export function ReadGroup({ calls, isLive, isSettled }: ReadGroupProps) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const [choice, setChoice] = useState<boolean | null>(null)
  const listId = useId()
  const elapsed = elapsedOf(calls)
  const troubled = calls.filter((call) => isTrouble(callState(call, isLive)))
  const isOpen = choice ?? !isSettled
  const shown = isOpen ? calls : troubled
  const look = elapsed === null && isLive ? 'running' : troubled.length > 0 ? 'troubled' : 'ok'
  const { icon: Icon, className } = looks[look]
  if (calls.length === 1) return <Cards calls={calls} isLive={isLive} />
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setChoice(!isOpen)}
        className="flex min-h-9 w-full items-center gap-2 rounded-control px-2 text-left text-sm hover:bg-hover max-md:min-h-11"
      >
        <Icon aria-hidden className={cn('size-4 shrink-0', className)} strokeWidth={1.75} />
        <span className="tabular flex-1">
          {t('tool.reads', { count: calls.length })}
          {elapsed !== null && `, ${formatElapsed(elapsed, locale)}`}
          {troubled.length > 0 && (
            <span className="text-danger">, {t('tool.withoutAnswer', { count: troubled.length })}</span>
          )}
        </span>
        <ChevronRight
          aria-hidden
          className={cn(
            'size-4 shrink-0 text-faint transition-transform duration-150',
            isOpen && 'rotate-90',
          )}
        />
      </button>
      <div id={listId} className={cn(shown.length > 0 && 'border-t pt-1')}>
        <Cards calls={shown} isLive={isLive} />
      </div>
    </>
  )
}

function Cards({ calls, isLive }: { calls: ToolCallRecord[]; isLive: boolean }) {
  return (
    <ul>
      {calls.map((call) => (
        <li key={call.callId}>
          <ToolCard call={call} isLive={isLive} />
        </li>
      ))}
    </ul>
  )
}
