import type { ActionPreview, PreviewFact } from '@hub/contracts'
import { ArrowRight, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../i18n/use-locale.ts'
import { cn } from '../ui/class-names.ts'
import { type EffectRow, effectRows } from './effect-rows.ts'
import { FactValue } from './fact-value.tsx'

/** A sentence that the one who decides must not miss. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <p className="flex gap-2 rounded-control bg-warning-soft px-3 py-2 text-sm text-warning">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
      <span>{children}</span>
    </p>
  )
}

/** What an action changes: each fact before and after, what changes first; warnings above. */
export function EffectTable({ preview }: { preview: ActionPreview }) {
  const { t } = useTranslation('approvals')
  const text = useText()
  const rows = effectRows(preview)
  return (
    <div className="@container flex flex-col gap-2">
      {preview.warnings.map((warning) => (
        <Warning key={warning.en}>{text(warning)}</Warning>
      ))}
      {!preview.complete && <Warning>{t('effect.incomplete')}</Warning>}
      {rows.length === 0 ? <p className="text-muted text-sm">{t('effect.empty')}</p> : <Rows rows={rows} />}
    </div>
  )
}

function Rows({ rows }: { rows: EffectRow[] }) {
  const { t } = useTranslation('approvals')
  return (
    <table className="block w-full overflow-hidden rounded-card border text-sm">
      <thead className="block border-b bg-sunken">
        <tr className="grid grid-cols-2 gap-x-6 px-3 py-1.5 text-left text-muted text-xs @md:grid-cols-[minmax(120px,2fr)_3fr_3fr]">
          <th scope="col" className="font-medium @max-md:sr-only">
            {t('effect.fact')}
          </th>
          <th scope="col" className="font-medium">
            {t('effect.before')}
          </th>
          <th scope="col" className="font-medium">
            {t('effect.after')}
          </th>
        </tr>
      </thead>
      <tbody className="block divide-y">
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: EffectRow }) {
  const { t } = useTranslation('approvals')
  const text = useText()
  return (
    <tr className="grid grid-cols-2 gap-x-6 px-3 py-2 @md:grid-cols-[minmax(120px,2fr)_3fr_3fr]">
      <th scope="row" className="text-left font-normal text-muted @max-md:col-span-2 @max-md:text-xs">
        {text(row.label)}
        {row.isChanged && <span className="sr-only"> ({t('effect.changed')})</span>}
      </th>
      <td className={cn('min-w-0 break-words', row.isChanged ? 'text-ink' : 'text-muted')}>
        <Side fact={row.before} />
      </td>
      <td className={cn('relative min-w-0 break-words', row.isChanged ? 'font-semibold' : 'text-muted')}>
        {row.isChanged && (
          <ArrowRight
            aria-hidden
            className="-left-5 absolute top-0.5 size-4 text-accent-ink"
            strokeWidth={1.75}
          />
        )}
        <Side fact={row.after} />
      </td>
    </tr>
  )
}

/** A fact that only the other side has is not an empty one: a dash. */
function Side({ fact }: { fact: PreviewFact | undefined }) {
  const { t } = useTranslation('approvals')
  if (fact) return <FactValue fact={fact} />
  return (
    <span className="text-faint">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('effect.absent')}</span>
    </span>
  )
}
