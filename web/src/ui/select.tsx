import { ChevronDown } from 'lucide-react'
import { cn } from './class-names.ts'
import { controlClass } from './input.tsx'

export interface SelectProps {
  /** Name of the choice, for screen readers. */
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  className?: string
}

/** The select of the browser, in our look: it is the best one on a phone. */
export function Select({ label, value, options, onChange, className }: SelectProps) {
  return (
    <span className={cn('relative inline-flex', className)}>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cn(
          controlClass,
          'h-8 cursor-pointer appearance-none pr-8 text-sm max-md:h-11 max-md:text-md',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
        strokeWidth={1.75}
      />
    </span>
  )
}
