import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

/** Once around the application: shares the delay between tooltips. */
export const TooltipProvider = Radix.Provider

/** A short text on hover and focus of its child; never the only place of a fact. */
export function Tooltip(props: {
  content: ReactNode
  shortcut?: string | undefined
  children: ReactElement
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{props.children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          sideOffset={6}
          collisionPadding={8}
          className="fade-in-0 z-50 flex max-w-80 animate-in items-center gap-2 rounded-control bg-ink px-2 py-1 text-canvas text-xs shadow-float duration-120"
        >
          {props.content}
          {props.shortcut && (
            <Kbd className="border-canvas/30 bg-transparent text-canvas">{props.shortcut}</Kbd>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
