import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogContent } from '../ui/dialog.tsx'
import { DialogActions } from '../ui/dialog-actions.tsx'
import { Refusal } from './refusal.tsx'

/** What the button and its question say. */
export interface ConfirmWords {
  open: string
  title: string
  help: string
  back: string
  submit: string
}

/** A destructive act that is done once the person confirmed what it means; a refusal is shown where they asked. */
export function ConfirmButton({
  words,
  size,
  change,
  onConfirm,
}: {
  words: ConfirmWords
  size?: 'sm'
  change: { error: Error | null; isPending: boolean }
  /** Does it, and calls `onDone` once it is done. */
  onConfirm: (onDone: () => void) => void
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button {...(size && { size })} variant="danger" className="max-md:h-11" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent title={words.title} description={words.help}>
          <div className="flex flex-col gap-3 p-4">
            <Refusal error={change.error} />
            <DialogActions back={words.back}>
              <Button
                variant="danger"
                className="max-md:h-11"
                busy={change.isPending}
                onClick={() => onConfirm(() => setOpen(false))}
              >
                {words.submit}
              </Button>
            </DialogActions>
          </div>
        </DialogContent>
      </Dialog>
    </>
  )
}
