import type { SupportTemplate, TemplateHistory } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../../page/loaded.tsx'
import { Section } from '../../../page/section.tsx'
import { Button } from '../../../ui/button.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { historyQuery } from './templates-api.ts'

/** Who changed a text, when and to what; an earlier one can be taken into the editor. */
export function TextHistory({
  template,
  onReuse,
}: {
  template: SupportTemplate
  onReuse: (body: string) => void
}) {
  const { t } = useTranslation('workflows')
  const query = useQuery(historyQuery(template))
  return (
    <Section title={t('texts.history')}>
      <Loaded query={query} failed={t('texts.historyFailed')} skeleton={<Skeleton className="h-16" />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-muted text-sm">{t('texts.noHistory')}</p>
          ) : (
            <ol className="flex flex-col">
              {items.map((change) => (
                <ChangeRow key={change.at} change={change} language={template.language} onReuse={onReuse} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Section>
  )
}

function ChangeRow({
  change: { at, by, body },
  language,
  onReuse,
}: {
  change: TemplateHistory['items'][number]
  language: string
  onReuse: (body: string) => void
}) {
  const { t } = useTranslation('workflows')
  return (
    <li className="flex flex-col gap-1 border-t py-2 text-sm first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{t(body === null ? 'texts.wasReset' : 'texts.wasEdited')}</span>
        <span>{by}</span>
        <Moment at={at} className="text-muted" />
      </p>
      {body !== null && (
        <details>
          <summary className="min-h-6 text-muted hover:text-ink max-md:min-h-11">{t('texts.show')}</summary>
          <div className="mt-1 flex flex-col items-start gap-2 rounded-card border bg-surface p-3">
            <div lang={language} className="whitespace-pre-wrap break-words">
              {body}
            </div>
            <Button size="sm" className="max-md:h-11" onClick={() => onReuse(body)}>
              {t('texts.reuse')}
            </Button>
          </div>
        </details>
      )}
    </li>
  )
}
