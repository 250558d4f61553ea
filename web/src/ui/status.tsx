import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  Info,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from './badge.tsx'
import { cn } from './class-names.ts'
import { type Tone, toneClass } from './tone.ts'

/** Shape of a tone: a circle is fine, a triangle wants attention, a cross failed. */
export const toneIcon: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  info: Info,
  warning: TriangleAlert,
  danger: CircleX,
  unknown: CircleHelp,
  off: CircleDashed,
}

/** Icon and word of a state in its tone. */
export function StatusBadge({
  tone,
  icon,
  children,
}: {
  tone: Tone
  icon?: LucideIcon
  children: ReactNode
}) {
  const Icon = icon ?? toneIcon[tone]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" strokeWidth={2} />
      {children}
    </Badge>
  )
}

const dotShape: Record<Tone, string> = {
  ok: 'rounded-full',
  info: 'rounded-full',
  warning: 'rotate-45 rounded-[1px]',
  danger: 'rounded-[1px]',
  unknown: 'rounded-full ring-2 ring-unknown/40',
  off: 'rounded-full border-2 border-off bg-transparent',
}

/** A small mark: round is fine, diamond wants attention, square is down, hollow is off. Goes beside its word. */
export function StatusDot({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn('inline-block size-2 shrink-0', toneClass[tone].dot, dotShape[tone], className)}
    />
  )
}
