import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'

export const controlClass =
  'w-full rounded-control border border-line-strong bg-surface px-2 text-base text-ink placeholder:text-faint transition-colors duration-120 focus-visible:border-focus focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-danger'

/** One line of text. On a phone the text is 16 px, so that the browser does not zoom. */
export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...props} className={cn(controlClass, 'h-8 max-md:h-11 max-md:text-md', className)} />
}

/** Several lines of text. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea {...props} className={cn(controlClass, 'min-h-20 py-2 max-md:text-md', className)} />
}
