import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

/** A key of the keyboard. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-[4px] border border-line-strong bg-surface px-1 font-mono text-muted text-xs',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
