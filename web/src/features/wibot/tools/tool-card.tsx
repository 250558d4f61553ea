import { isAtLeastLevel, type ToolCallRecord } from '@hub/contracts'
import { Ban, ChevronRight, CircleCheck, CircleHelp, CircleX, Hourglass, LoaderCircle } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { LevelBadge } from '../../../ui/level-badge.tsx'
import { type CallState, callState, isTrouble, type Trouble } from './call-state.ts'
import { formatElapsed } from './format-value.ts'
import { systemName, systemOf } from './source-system.ts'
import { ToolDetails } from './tool-details.tsx'
import { useElapsed } from './use-elapsed.ts'

const looks = {
  running: { icon: LoaderCircle, className: 'text-info motion-safe:animate-spin' },
  ok: { icon: CircleCheck, className: 'text-ok' },
  error: { icon: CircleX, className: 'text-danger' },
  denied: { icon: Ban, className: 'text-warning' },
  waiting: { icon: Hourglass, className: 'text-warning' },
  lost: { icon: CircleHelp, className: 'text-unknown' },
} satisfies Record<CallState, unknown>

export interface ToolCardProps {
  call: ToolCallRecord
  /** The answer is still being written. */
  isLive: boolean
}

/** One execution record: a line that opens to its arguments, result, time and source. */
export function ToolCard({ call, isLive }: ToolCardProps) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const [isOpen, setIsOpen] = useState(false)
  const detailsId = useId()
  const state = callState(call, isLive)
  const running = useElapsed(call.startedAt, state === 'running')
  const elapsed = call.durationMs ?? (state === 'running' ? running : null)
  const { icon: Icon, className } = looks[state]
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={() => setIsOpen(!isOpen)}
        className="group flex min-h-9 w-full items-center gap-2 rounded-control px-2 text-left text-sm hover:bg-hover max-md:min-h-11"
      >
        <Icon aria-hidden className={cn('size-4 shrink-0', className)} strokeWidth={1.75} />
        <span className="min-w-0 flex-1">
          <span className="sr-only">{t(`tool.state.${state}`)} : </span>
          {call.label[locale]}
        </span>
        <LevelBadge level={call.level} />
        <span className="tabular w-14 shrink-0 text-right text-muted text-xs">
          {elapsed === null ? '' : formatElapsed(elapsed, locale)}
        </span>
        <ChevronRight
          aria-hidden
          className={cn(
            'size-4 shrink-0 text-faint transition-transform duration-150',
            isOpen && 'rotate-90',
          )}
        />
      </button>
      {isTrouble(state) && <CallTrouble call={call} state={state} />}
      {isOpen && <ToolDetails id={detailsId} call={call} />}
    </div>
  )
}

/** Why a call gave nothing, what was not done, what to do. */
function CallTrouble({ call, state }: { call: ToolCallRecord; state: Trouble }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const system = systemOf(call.tool)
  const name = system === null ? call.tool : systemName(system, t)
  const why = call.summary?.[locale] ?? t(`tool.why.${state}`)
  // A write that failed may have happened all the same: look before trying again.
  const next = state === 'error' && isAtLeastLevel(call.level, 'L2') ? 'lost' : state
  return (
    <p className="pr-2 pb-2 pl-8 text-sm">
      {why} <span className="text-muted">{t(`tool.next.${next}`, { system: name })}</span>
    </p>
  )
}
