import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends ComponentProps<'button'> {
  icon: LucideIcon
  /** What the button does: read by screen readers and shown on hover and focus. */
  label: string
  shortcut?: string
}

/** A square button for a well-known action of a toolbar; never for navigation. */
export function IconButton({ icon: Icon, label, shortcut, className, ...props }: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <button
        type="button"
        aria-label={label}
        {...props}
        className={cn(
          'inline-flex size-8 shrink-0 items-center justify-center rounded-control text-muted transition-colors duration-120 hover:bg-hover hover:text-ink disabled:opacity-50 max-md:size-11',
          className,
        )}
      >
        <Icon aria-hidden className="size-4" strokeWidth={1.75} />
      </button>
    </Tooltip>
  )
}
