import { Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '../../../ui/class-names.ts'

/** A fact about an answer, in its place: the engine that answers, why it ended early, what to do. */
export function MessageNotice({
  tone,
  children,
}: {
  tone: 'info' | 'warning' | 'danger'
  children: ReactNode
}) {
  const Icon = tone === 'info' ? Info : TriangleAlert
  const ground = { info: 'bg-off-soft text-muted', warning: 'bg-warning-soft', danger: 'bg-danger-soft' }[
    tone
  ]
  const ink = { info: 'text-muted', warning: 'text-warning', danger: 'text-danger' }[tone]
  return (
    <div className={cn('flex gap-2 rounded-control px-3 py-2 text-sm', ground)}>
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', ink)} strokeWidth={1.75} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
