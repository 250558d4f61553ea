import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../../ui/button.tsx'

interface PanelProps {
  title: string
  back: string
  submit: string
  variant: 'danger' | 'primary'
  isReady: boolean
  isBusy: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A question that opens above the decision bar; Escape goes back. */
export function Panel(props: PanelProps) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('button, input, textarea')?.focus()
  }, [])
  return (
    <form
      ref={form}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (props.isReady) props.onSubmit()
      }}
      className="arrive flex flex-col gap-3"
    >
      <p id={id} className="font-semibold">
        {props.title}
      </p>
      {props.children}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant={props.variant}
          size="lg"
          disabled={!props.isReady}
          busy={props.isBusy}
          className="max-md:flex-1"
        >
          {props.submit}
        </Button>
        <Button variant="ghost" size="lg" onClick={props.onClose}>
          {props.back}
        </Button>
      </div>
    </form>
  )
}
