import { cn } from './class-names.ts'

/** A grey bar in the place of what is coming; it shows after 150 ms only. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('appear-late h-4 rounded-control bg-off-soft', className)} />
}
