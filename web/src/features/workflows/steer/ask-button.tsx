import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../page/refusal.tsx'
import { Button, type ButtonProps } from '../../../ui/button.tsx'
import { cn } from '../../../ui/class-names.ts'
import { Dialog, DialogClose, DialogContent } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'

const shortestReason = 3
const longestReason = 500

export interface AskButtonProps extends Pick<ButtonProps, 'size' | 'variant' | 'disabled' | 'className'> {
  open: ReactNode
  /** Name of the button where its words do not say what it is about. */
  label?: string
  title: string
  help: string
  submit: string
  /** Whether the person is asked why, and must say it. */
  reason?: 'required' | 'optional'
  change: { error: Error | null; isPending: boolean; reset: () => void }
  /** Does it, and calls `onDone` once it is done. */
  onSubmit: (reason: string | undefined, onDone: () => void) => void
}

/** An act that is done once the person was told what it means, and said why where that is kept. */
export function AskButton(props: AskButtonProps) {
  const { size, variant, disabled, className, open, label, title, help, change } = props
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        {...(size && { size })}
        variant={variant === 'danger' ? 'danger' : 'secondary'}
        disabled={disabled}
        {...(label && { 'aria-label': label })}
        className={cn('max-md:h-11', className)}
        onClick={() => {
          change.reset()
          setOpen(true)
        }}
      >
        {open}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent title={title} description={help}>
          <AskForm {...props} onDone={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  )
}

function AskForm({
  reason: asks,
  variant,
  submit,
  change,
  onSubmit,
  onDone,
}: AskButtonProps & { onDone: () => void }) {
  const { t } = useTranslation('workflows')
  const [reason, setReason] = useState('')
  const said = reason.trim()
  const isLongEnough = said.length >= shortestReason
  const isReady = isLongEnough || (said === '' && asks !== 'required')
  return (
    <form
      className="flex flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onSubmit(isLongEnough ? said : undefined, onDone)
      }}
    >
      {asks && (
        <Field
          label={t(asks === 'required' ? 'steer.reason' : 'steer.reasonOptional')}
          hint={t('steer.reasonHint')}
        >
          <Textarea
            value={reason}
            maxLength={longestReason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      )}
      <Refusal error={change.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <DialogClose asChild>
          <Button className="max-md:h-11">{t('steer.back')}</Button>
        </DialogClose>
        <Button
          type="submit"
          variant={variant === 'danger' ? 'danger' : 'primary'}
          className="max-md:h-11"
          disabled={!isReady}
          busy={change.isPending}
        >
          {submit}
        </Button>
      </div>
    </form>
  )
}
