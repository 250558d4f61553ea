import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from './class-names.ts'

export const Dialog = Radix.Root
export const DialogClose = Radix.Close

interface DialogContentProps {
  title: string
  description?: string
  hideTitle?: boolean
  className?: string
  children: ReactNode
}

/**
 * A modal panel with its title; Escape and the cross close it.
 * The veil is ours: the one of the library writes a style tag, which the content policy refuses.
 */
export function DialogContent(props: DialogContentProps) {
  return (
    <Radix.Portal>
      <div aria-hidden className="fade-in-0 fixed inset-0 z-40 animate-in bg-black/45 duration-150" />
      <Panel {...props} />
    </Radix.Portal>
  )
}

/** Mounted while the dialog is open; gives the focus back to what had it, also where no trigger opened it. */
function Panel(props: DialogContentProps) {
  const { t } = useTranslation('ui')
  const [opener] = useState(() => document.activeElement)
  const giveFocusBack = (event: Event) => {
    if (!(opener instanceof HTMLElement) || opener === document.body || !opener.isConnected) return
    event.preventDefault()
    opener.focus()
  }
  return (
    <Radix.Content
      onCloseAutoFocus={giveFocusBack}
      {...(props.description ? {} : { 'aria-describedby': undefined })}
      className={cn(
        'fade-in-0 zoom-in-98 -translate-x-1/2 fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[min(520px,calc(100vw-24px))] animate-in flex-col rounded-card border bg-raised shadow-float duration-150',
        props.className,
      )}
    >
      <div className={cn('flex items-start gap-2 p-4 pb-0', props.hideTitle && 'sr-only')}>
        <div className="min-w-0 flex-1">
          <Radix.Title className="font-semibold text-md">{props.title}</Radix.Title>
          {props.description && (
            <Radix.Description className="mt-1 text-muted text-sm">{props.description}</Radix.Description>
          )}
        </div>
        <Radix.Close
          aria-label={t('close')}
          className="-mt-1 -mr-1 inline-flex size-8 shrink-0 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink max-md:size-11"
        >
          <X aria-hidden className="size-4" strokeWidth={1.75} />
        </Radix.Close>
      </div>
      {props.children}
    </Radix.Content>
  )
}
