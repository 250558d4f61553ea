import type { UsageRow } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { cn } from '../../ui/class-names.ts'
import { type Slot, sumBy } from './sum-usage.ts'

const columns = ['model', 'answers', 'read', 'written', 'tokens', 'estimated'] as const
const wide = new Set<string>(['read', 'written'])
const keyOf = ({ provider, model }: UsageRow) => JSON.stringify([provider, model])

/** One row per engine and model, largest first. */
export function UsageTable({ rows }: { rows: readonly UsageRow[] }) {
  const { t } = useTranslation('usage')
  const models = new Map(rows.map((row) => [keyOf(row), row]))
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{t('by.model')}</caption>
      <thead className="border-b text-muted text-xs">
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={cn(
                'py-2 pr-2 align-bottom font-medium',
                column !== 'model' && 'pr-0 pl-2 text-right',
                wide.has(column) && 'max-sm:hidden',
              )}
            >
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y">
        {sumBy(rows, keyOf).map((sum) => (
          <ModelRow key={sum.key} sum={sum} row={models.get(sum.key)} />
        ))}
      </tbody>
    </table>
  )
}

function ModelRow({ sum, row }: { sum: Slot; row: UsageRow | undefined }) {
  const { t } = useTranslation('usage')
  const { t: tEngines } = useTranslation('providers')
  const locale = useLocale()
  const write = new Intl.NumberFormat(locale)
  const { provider = '', model = '' } = row ?? {}
  const cell = 'py-2 pl-2 text-right align-top tabular'
  return (
    <tr>
      <th scope="row" className="py-2 pr-2 font-normal">
        <span className="font-medium">
          {provider === 'ollama' || provider === 'mistral' || provider === 'builtin'
            ? tEngines(`name.${provider}`)
            : provider}
        </span>
        {model !== provider && <code className="block break-all text-muted text-xs">{model}</code>}
        <span className="mt-0.5 block text-muted text-xs tabular sm:hidden">
          {t('readAndWritten', {
            read: write.format(sum.promptTokens),
            written: write.format(sum.completionTokens),
          })}
        </span>
      </th>
      <td className={cell}>{write.format(sum.answers)}</td>
      <td className={cn(cell, 'max-sm:hidden')}>{write.format(sum.promptTokens)}</td>
      <td className={cn(cell, 'max-sm:hidden')}>{write.format(sum.completionTokens)}</td>
      <td className={cn(cell, 'font-medium')}>{write.format(sum.tokens)}</td>
      <td className={cn(cell, 'text-muted')}>
        {sum.estimatedTokens === 0
          ? t('estimate.none')
          : sum.estimatedTokens >= sum.tokens
            ? t('estimate.all')
            : write.format(sum.estimatedTokens)}
      </td>
    </tr>
  )
}
