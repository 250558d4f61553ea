import type { ContextMoment } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatWhen } from '../../../lib/time.ts'
import { StatusDot } from '../../../ui/status.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { useToolWords } from '../tools/use-tool-words.ts'
import { AskRow } from './ask-row.tsx'

type Alerts = Extract<ContextMoment['parts'][number], { topic: 'alerts' }>['rows']

const tones: Partial<Record<string, Tone>> = { critical: 'danger', warning: 'warning', info: 'info' }

/** Open alerts, each with a question about it. */
export function AlertRows({ alerts, onAsk }: { alerts: Alerts; onAsk: (question: string) => void }) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const { value } = useToolWords(locale)
  return (
    <ul className="flex flex-col">
      {alerts.map(({ device, name, message, severity, since, state }) => (
        <AskRow
          key={`${device} ${name} ${message}`}
          question={t('context.askAlert', { name, device })}
          onAsk={onAsk}
        >
          <StatusDot tone={tones[severity ?? ''] ?? 'unknown'} />
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="break-words">{name}</span>
            <span className="break-words text-muted text-xs">
              <span className="font-mono">{device}</span>
              {severity && ` · ${value('severity', severity)}`}
              {state !== 'open' && ` · ${value('state', state)}`}
              {since && ` · ${t('context.since', { time: formatWhen(new Date(since), new Date(), locale) })}`}
            </span>
          </span>
        </AskRow>
      ))}
    </ul>
  )
}
