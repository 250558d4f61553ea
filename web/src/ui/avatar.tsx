import { cn } from './class-names.ts'

/** Initials of a name: first letters of its first and last word. */
export function initials(name: string): string {
  const words = name.trim().split(/[\s.]+/)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase()
}

/** A person as initials; the name stands beside it. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft font-medium text-[0.6875rem] text-accent-ink',
        className,
      )}
    >
      {initials(name)}
    </span>
  )
}
