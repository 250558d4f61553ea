import { BookOpen, Eye, type LucideIcon, PenLine, ShieldQuestionMark, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cn } from '../../../ui/class-names.ts'

/** Where a part of an answer comes from: seen by a tool, done, asked of a person, found in a document, or written. */
export type Evidence = 'observed' | 'done' | 'requested' | 'retrieved' | 'inferred'

const looks: Record<Evidence, { icon: LucideIcon; className: string }> = {
  observed: { icon: Eye, className: 'text-info' },
  done: { icon: Wrench, className: 'text-info' },
  requested: { icon: ShieldQuestionMark, className: 'text-warning' },
  retrieved: { icon: BookOpen, className: 'text-accent-ink' },
  inferred: { icon: PenLine, className: 'text-muted' },
}

export interface EvidenceBlockProps {
  kind: Evidence
  /** Says more than the kind, e.g. who wrote. */
  label?: string | undefined
  children: ReactNode
}

/** A part of an answer under its mark, so that origins are told apart at a glance. */
export function EvidenceBlock({ kind, label, children }: EvidenceBlockProps) {
  const { t } = useTranslation('wibot')
  const { icon: Icon, className } = looks[kind]
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className={cn('flex items-center gap-1.5 font-medium text-xs', className)}>
        <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
        {label ?? t(`answer.${kind}`)}
      </h3>
      {children}
    </section>
  )
}

/** The frame of cards and lists inside a block. */
export function EvidenceBox({ children }: { children: ReactNode }) {
  return <div className="rounded-card border bg-surface p-1">{children}</div>
}
