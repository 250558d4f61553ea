import type { ReactNode } from 'react'
import { cn } from './class-names.ts'
import { type Tone, toneClass } from './tone.ts'

/** A word on a tinted ground; colour never carries the meaning alone. */
export function Badge({
  tone = 'off',
  children,
  className,
}: {
  tone?: Tone
  children: ReactNode
  className?: string
}) {
  return (
    <span
      className={cn(
        'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-xs tabular',
        toneClass[tone].soft,
        className,
      )}
    >
      {children}
    </span>
  )
}
