import { BookPlus, LifeBuoy, MessagesSquare, Radar, ShieldCheck } from 'lucide-react'
import { cn } from './class-names.ts'

const marks = {
  wibot: { icon: MessagesSquare, className: 'text-wibot' },
  safeguard: { icon: ShieldCheck, className: 'text-safeguard' },
  support: { icon: LifeBuoy, className: 'text-support' },
  sentinel: { icon: Radar, className: 'text-sentinel' },
  enrichisseur: { icon: BookPlus, className: 'text-enrichisseur' },
} as const
export type ModuleId = keyof typeof marks

/** The mark of a module in its hue; the name stands beside it. */
export function ModuleMark({ module, className }: { module: ModuleId; className?: string }) {
  const { icon: Icon, className: hue } = marks[module]
  return <Icon aria-hidden className={cn('size-5 shrink-0', hue, className)} strokeWidth={1.75} />
}
