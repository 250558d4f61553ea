import type { ChatProvider } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { cn } from '../../ui/class-names.ts'
import { StatusBadge } from '../../ui/status.tsx'

const columns = ['mode', 'model', 'tools', 'context'] as const

/** The model of each mode: whether its server has it, whether it calls tools, and how much it reads at once. */
export function ModelTable({ models }: { models: ChatProvider['models'] }) {
  const { t } = useTranslation('providers')
  return (
    <table className="w-full text-left text-sm max-sm:block">
      <caption className="sr-only">{t('models.caption')}</caption>
      <thead className="border-b text-muted text-xs max-sm:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={cn('py-1.5 pr-4 font-medium', column === 'context' && 'pr-0 text-right')}
            >
              {t(`models.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y max-sm:block">
        {models.map((model) => (
          <ModelRow key={model.mode} model={model} />
        ))}
      </tbody>
    </table>
  )
}

function ModelRow({ model: one }: { model: ChatProvider['models'][number] }) {
  const { t } = useTranslation('providers')
  const { t: tWibot } = useTranslation('wibot')
  const locale = useLocale()
  const { mode, model, installed, canCallTools, contextTokens } = one
  const cell = 'py-2 pr-4 align-top max-sm:py-0 max-sm:pr-0'
  return (
    <tr className="max-sm:grid max-sm:grid-cols-[88px_minmax(0,1fr)] max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:py-2">
      <th scope="row" className={cn(cell, 'font-medium max-sm:row-span-3')}>
        {tWibot(`mode.${mode}`)}
      </th>
      <td className={cell}>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <code className="break-all">{model}</code>
          {installed === false && <StatusBadge tone="danger">{t('models.missing')}</StatusBadge>}
        </span>
      </td>
      <td className={cell}>
        {canCallTools === false ? (
          <StatusBadge tone={mode === 'assistant' ? 'warning' : 'off'}>{t('models.noTools')}</StatusBadge>
        ) : (
          <span className={canCallTools === null ? 'text-muted' : undefined}>
            {t(canCallTools === null ? 'models.toolsUnknown' : 'models.canTools')}
          </span>
        )}
      </td>
      <td className={cn(cell, 'pr-0 text-right tabular max-sm:text-left', !contextTokens && 'text-muted')}>
        {contextTokens === null
          ? t('models.contextUnknown')
          : t('models.contextTokens', { tokens: contextTokens.toLocaleString(locale) })}
      </td>
    </tr>
  )
}
