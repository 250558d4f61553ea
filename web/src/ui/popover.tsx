import { Popover as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'

export const Popover = Radix.Root
export const PopoverTrigger = Radix.Trigger

/** The floating panel of a popover. */
export function PopoverContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={12}
        {...props}
        className={cn(
          'fade-in-0 slide-in-from-top-1 z-40 w-80 max-w-[calc(100vw-24px)] animate-in rounded-card border bg-raised p-3 shadow-float duration-150',
          className,
        )}
      />
    </Radix.Portal>
  )
}
