import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'

/** Not modal: the library would write a style tag to lock the page, which the content policy refuses. */
export function Menu(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root modal={false} {...props} />
}
export const MenuTrigger = Radix.Trigger
export const MenuRadioGroup = Radix.RadioGroup

const itemClass =
  'flex min-h-8 select-none items-center gap-2 rounded-control px-2 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover max-md:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted'

interface MenuContentProps extends ComponentProps<typeof Radix.Content> {
  /** False keeps the menu inside the landmark of its button, when it holds more than menu items. */
  isPortalled?: boolean
  /** Puts the list inside a landmark of the page instead of at its end. */
  container?: HTMLElement | null
}

/** The floating list of a menu. */
export function MenuContent({ className, isPortalled = true, container, ...props }: MenuContentProps) {
  const content = (
    <Radix.Content
      sideOffset={6}
      collisionPadding={8}
      align="end"
      {...props}
      className={cn(
        'fade-in-0 slide-in-from-top-1 z-50 min-w-52 animate-in rounded-card border bg-raised p-1 shadow-float duration-150',
        className,
      )}
    />
  )
  if (!isPortalled) return content
  return <Radix.Portal {...(container ? { container } : {})}>{content}</Radix.Portal>
}

export function MenuItem({ className, ...props }: ComponentProps<typeof Radix.Item>) {
  return <Radix.Item {...props} className={cn(itemClass, className)} />
}

export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem {...props} className={cn(itemClass, className)}>
      {children}
      <Radix.ItemIndicator className="ml-auto">
        <Check aria-hidden />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  )
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label {...props} className={cn('px-2 pt-2 pb-1 text-faint text-xs', className)} />
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />
}
