import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'

const button = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium transition-colors duration-120 disabled:pointer-events-none disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'border-line-strong bg-surface text-ink hover:bg-hover',
        danger: 'border-line-strong bg-surface text-danger hover:border-danger hover:bg-danger-soft',
        ghost: 'border-transparent text-muted hover:bg-hover hover:text-ink',
      },
      size: {
        sm: 'h-7 px-2 text-sm',
        md: 'h-8 px-3 text-sm',
        lg: 'h-10 px-4 text-base max-md:h-11',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof button> {
  /** Renders its only child with the look of a button, for links. */
  asChild?: boolean
  /** Shows that the action is on its way and refuses a second press. */
  busy?: boolean
}

/** The button of every action; its text is a verb. */
export function Button({ variant, size, asChild, busy, className, children, ...props }: ButtonProps) {
  const classes = cn(button({ variant, size }), className)
  if (asChild) return <Slot.Root className={classes}>{children}</Slot.Root>
  return (
    <button type="button" {...props} disabled={props.disabled || busy} aria-busy={busy} className={classes}>
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  )
}
