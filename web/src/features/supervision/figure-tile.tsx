import { ArrowUpRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { cn } from '../../ui/class-names.ts'
import { type Tone, toneClass } from '../../ui/tone.ts'

interface FigureTileProps {
  label: string
  figure: string
  /** What else belongs to the figure. */
  note?: string | undefined
  /** The same figure in the period before. */
  before: string
  /** Where its rows are. */
  to: string
  tone?: Tone | undefined
}

/** One figure; the whole tile opens the rows behind it. */
export function FigureTile({ label, figure, note, before, to, tone }: FigureTileProps) {
  const { t } = useTranslation('supervision')
  return (
    <Link
      to={to}
      className="group flex flex-col gap-0.5 rounded-card border bg-surface px-4 py-3 max-sm:px-3 transition-colors duration-120 hover:border-line-strong hover:bg-hover"
    >
      <span className="flex items-center justify-between gap-2 text-muted text-sm">
        {label}
        <ArrowUpRight
          aria-hidden
          className="size-4 shrink-0 text-faint group-hover:text-ink"
          strokeWidth={1.75}
        />
      </span>
      <span className={cn('font-semibold text-xl tabular', tone && toneClass[tone].ink)}>{figure}</span>
      {note && (
        <span className={cn('text-sm tabular', tone ? toneClass[tone].ink : 'text-muted')}>{note}</span>
      )}
      <span className="text-faint text-xs tabular">{t('tiles.before', { value: before })}</span>
    </Link>
  )
}
