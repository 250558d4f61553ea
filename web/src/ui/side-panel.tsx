import type { ReactNode } from 'react'
import { cn } from './class-names.ts'
import { Dialog, DialogContent } from './dialog.tsx'

interface SidePanelProps {
  /** What it is, for screen readers. */
  label: string
  /** Title of the drawer. */
  title: string
  /** Whether there is room for a column. */
  isWide: boolean
  /** Class of its width as a column, and as a drawer. */
  width: { column: string; drawer: string }
  onClose: () => void
  /** What it shows; as a column it has a title and a cross of its own, which closes. */
  children: (close: { onClose?: () => void }) => ReactNode
}

/** Something beside the page: a column, or a drawer where there is no room for one. */
export function SidePanel({ label, title, isWide, width, onClose, children }: SidePanelProps) {
  if (isWide)
    return (
      <aside aria-label={label} className={cn('shrink-0 border-l bg-surface', width.column)}>
        {children({ onClose })}
      </aside>
    )
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={title}
        className={cn(
          'top-0 right-0 left-auto h-dvh max-h-dvh translate-x-0 rounded-none border-0 border-l',
          width.drawer,
        )}
      >
        {children({})}
      </DialogContent>
    </Dialog>
  )
}
