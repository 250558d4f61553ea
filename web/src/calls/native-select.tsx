import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '../ui/class-names.ts'
import { controlClass } from '../ui/input.tsx'

interface NativeSelectProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  onChange: (value: string) => void
}

/** The select of the browser for a labelled field of a form. */
export function NativeSelect({ onChange, className, ...props }: NativeSelectProps) {
  return (
    <span className={cn('relative flex', className)}>
      <select
        {...props}
        onChange={(event) => onChange(event.target.value)}
        className={cn(controlClass, 'h-8 cursor-pointer appearance-none pr-8 max-md:h-11 max-md:text-md')}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
        strokeWidth={1.75}
      />
    </span>
  )
}
