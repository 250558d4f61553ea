import { type ChatMode, type ChatProvider, chatModes, ProviderTest } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { api } from '../../lib/api.ts'
import { Refusal } from '../../page/refusal.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { providersQuery } from './providers-query.ts'
import { readingMs } from './reading-ms.ts'

/** Asks one engine a tiny real question and says how it went. */
export function TestProvider({ provider: { id } }: { provider: ChatProvider }) {
  const { t } = useTranslation('providers')
  const { t: tWibot } = useTranslation('wibot')
  const client = useQueryClient()
  const [mode, setMode] = useState<ChatMode>('flash')
  const test = useMutation({
    mutationFn: (asked: ChatMode) =>
      api.post(`/api/chat/providers/${id}/test`, ProviderTest, { mode: asked }),
    onSettled: () => client.invalidateQueries({ queryKey: providersQuery.queryKey }),
  })
  const name = t(`name.${id}`)
  return (
    <div className="flex flex-col gap-2 border-t pt-3">
      <div className="flex flex-wrap items-center gap-2">
        {id !== 'builtin' && (
          <Select
            label={t('test.mode', { name })}
            value={mode}
            onChange={(value) => setMode(chatModes.find((one) => one === value) ?? 'flash')}
            options={chatModes.map((value) => ({ value, label: tWibot(`mode.${value}`) }))}
          />
        )}
        <Button busy={test.isPending} onClick={() => test.mutate(mode)} className="max-md:h-11">
          {!test.isPending && <Play aria-hidden />}
          {t('test.start')}
          <span className="sr-only">{name}</span>
        </Button>
        <span className="text-muted text-xs">{t('test.help')}</span>
      </div>
      <div role="status" className="text-sm empty:hidden">
        {test.isPending && <p className="text-muted">{t('test.running', { name })}</p>}
        {!test.isPending && test.data && <Result test={test.data} />}
      </div>
      <Refusal error={test.error} />
    </div>
  )
}

function Result({ test }: { test: ProviderTest }) {
  const { t } = useTranslation('providers')
  const locale = useLocale()
  const total = readingMs(test.totalMs, locale)
  const first = test.firstOutputMs === null ? null : readingMs(test.firstOutputMs, locale)
  return (
    <div className="flex flex-col items-start gap-1">
      <StatusBadge tone={test.ok ? 'ok' : 'danger'}>{t(test.ok ? 'test.ok' : 'test.failed')}</StatusBadge>
      <p className="break-words tabular">
        {test.error
          ? test.error.message[locale]
          : first
            ? t('test.answered', { model: test.model, first, total })
            : t('test.silent', { model: test.model, total })}
      </p>
      {test.text.trim() !== '' && (
        <p className="max-w-[80ch] break-words border-l-2 pl-2 text-muted">{test.text.trim()}</p>
      )}
    </div>
  )
}
