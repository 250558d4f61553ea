import type { ToolCallRecord } from '@hub/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatDate, formatFull } from '../../../lib/time.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { FactRows } from './fact-rows.tsx'
import { formatElapsed } from './format-value.ts'
import { ResultRows } from './result-table.tsx'
import { resultView } from './result-view.ts'
import { systemName, systemOf } from './source-system.ts'
import { useToolWords } from './use-tool-words.ts'

/** What was asked, what was answered, when, in how long and by which system. */
export function ToolDetails({ id, call }: { id: string; call: ToolCallRecord }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const asked = resultView(call.arguments).facts
  const { facts, tables, missing } = resultView(call.data)
  const { label } = useToolWords(locale)
  const isBare = facts.length === 0 && tables.length === 0
  return (
    <div id={id} className="mb-2 ml-4 flex flex-col gap-3 border-l py-1 pr-2 pl-4">
      {asked.length > 0 && (
        <Part title={t('tool.asked')}>
          <FactRows facts={asked} locale={locale} />
        </Part>
      )}
      {call.status === 'ok' && (
        <Part title={t('tool.answered')}>
          {call.summary && <p className="text-sm">{call.summary[locale]}</p>}
          {facts.length > 0 && <FactRows facts={facts} locale={locale} />}
          {tables.map((table) => (
            <ResultRows key={table.key} table={table} locale={locale} />
          ))}
          {isBare && call.summary === null && <p className="text-muted text-sm">{t('tool.nothing')}</p>}
          {missing.length > 0 && (
            <p className="text-sm text-warning">
              {t('tool.missing', { parts: missing.map(label).join(', ') })}
            </p>
          )}
        </Part>
      )}
      <Origin call={call} />
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h4 className="font-medium text-muted text-xs">{title}</h4>
      {children}
    </section>
  )
}

function Origin({ call }: { call: ToolCallRecord }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const system = systemOf(call.tool)
  const parts = [
    system === null ? null : systemName(system, t),
    formatDate(new Date(call.startedAt), locale),
    call.durationMs === null ? null : formatElapsed(call.durationMs, locale),
  ]
  return (
    <p className="tabular flex flex-wrap items-center gap-x-2 text-muted text-xs">
      <time dateTime={call.startedAt} title={formatFull(new Date(call.startedAt), locale)}>
        {parts.filter(Boolean).join(' · ')}
      </time>
      <code>{call.tool}</code>
      <CopyButton
        value={JSON.stringify(call, null, 2)}
        label={t('tool.copy')}
        className="size-6 max-md:size-11"
      />
    </p>
  )
}
