import type { RunAlert } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../page/section.tsx'
import { Moment } from '../../../ui/moment.tsx'

/** The notifications of the monitoring that belong to the run. */
export function AlertList({ alerts }: { alerts: RunAlert[] }) {
  const { t } = useTranslation('workflows')
  return (
    <Section title={t('run.alerts')}>
      <ul className="border-t text-sm">
        {alerts.map(({ id, title, device, source, receivedAt }) => (
          <li key={id} className="flex flex-col gap-0.5 border-b py-2">
            <span className="break-words">{title ?? device ?? source}</span>
            <span className="flex flex-wrap gap-x-2 text-muted text-xs">
              {device !== null && title !== null && <code className="break-all">{device}</code>}
              <span>{source}</span>
              <Moment at={receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
