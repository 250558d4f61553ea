import type { SecurityLevel } from '@hub/contracts'
import { Eye, IdCard, type LucideIcon, Pencil, Shield } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cn } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

const looks: Record<SecurityLevel, { icon: LucideIcon; className: string }> = {
  L0: { icon: Eye, className: 'border-line-strong text-muted' },
  L1: { icon: IdCard, className: 'border-transparent bg-off-soft text-off' },
  L2: { icon: Pencil, className: 'border-transparent bg-info-soft text-info' },
  L3: { icon: Shield, className: 'border-transparent bg-warning-soft text-warning' },
  L4: { icon: Shield, className: 'border-transparent bg-danger-soft text-danger' },
}

/** The fixed badge of a risk level, with what the level means on hover. */
export function LevelBadge({ level, className }: { level: SecurityLevel; className?: string }) {
  const { t } = useTranslation('ui')
  const { icon: Icon, className: look } = looks[level]
  return (
    <Tooltip content={t(`level.${level}`)}>
      <span
        className={cn(
          'inline-flex h-5 shrink-0 items-center gap-1 rounded-full border px-1.5 font-medium text-xs tabular',
          look,
          className,
        )}
      >
        <Icon aria-hidden className="size-3.5" strokeWidth={2} />
        {level === 'L4' && <Icon aria-hidden className="-ml-1.5 size-3.5 fill-danger-soft" strokeWidth={2} />}
        {level}
        <span className="sr-only">: {t(`level.${level}`)}</span>
      </span>
    </Tooltip>
  )
}
