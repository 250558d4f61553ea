import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { DialogClose } from './dialog.tsx'

/** The last line of a dialog: back out of it, or do what it is about. */
export function DialogActions({ back, children }: { back: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <DialogClose asChild>
        <Button className="max-md:h-11">{back}</Button>
      </DialogClose>
      {children}
    </div>
  )
}
