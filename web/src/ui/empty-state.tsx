import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

export interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** What this place is for. */
  children: ReactNode
  /** The one thing to do. */
  action?: ReactNode
  className?: string
}

/** What a view says when it has nothing: what it is for, and the one thing to do. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex max-w-md flex-col items-start gap-2 p-6', className)}>
      <Icon aria-hidden className="size-5 text-faint" strokeWidth={1.75} />
      <p className="font-medium">{title}</p>
      <div className="text-muted text-sm">{children}</div>
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
