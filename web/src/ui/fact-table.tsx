import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

export interface Fact {
  key: string
  label: ReactNode
  value: ReactNode
}

/** Facts as label and value, one per row. */
export function FactTable({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={cn('grid grid-cols-[minmax(96px,auto)_1fr] gap-x-4 gap-y-1.5 text-sm', className)}>
      {facts.map((fact) => (
        <div key={fact.key} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{fact.label}</dt>
          <dd className="min-w-0 break-words">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
