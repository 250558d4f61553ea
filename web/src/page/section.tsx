import { type ReactNode, useId } from 'react'
import { cn } from '../ui/class-names.ts'

export interface SectionProps {
  title: string
  /** What it is for, in a sentence. */
  help?: ReactNode
  /** What can be done with the whole section. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** One part of a page, under its heading. */
export function Section({ title, help, actions, className, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cn('flex min-w-0 flex-col gap-3', className)}>
      <div
        className={cn(
          'flex flex-wrap justify-between gap-x-4 gap-y-2',
          help ? 'items-start' : 'items-center',
        )}
      >
        <div className="min-w-0 max-w-[70ch]">
          <h2 id={id} className="font-semibold text-md">
            {title}
          </h2>
          {help && <p className="mt-0.5 text-muted text-sm">{help}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
