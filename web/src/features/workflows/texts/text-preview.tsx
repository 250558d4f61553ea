import { fillTemplate, type SupportTemplate } from '@hub/contracts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/** A person and a ticket that do not exist. */
const example: Record<string, string> = { login: 'jean.dupont', ticket: '1234' }

/** The text as a client would read it. */
export function TextPreview({ template, body }: { template: SupportTemplate; body: string }) {
  const { t } = useTranslation('workflows')
  const id = useId()
  const words = template.words.map((word) => `{${word}} = ${example[word] ?? word}`).join(', ')
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-1">
      <h3 id={id} className="font-medium text-sm">
        {t('texts.preview')}
      </h3>
      <div
        lang={template.language}
        className="min-h-20 whitespace-pre-wrap break-words rounded-card border bg-sunken p-4 text-base"
      >
        {fillTemplate(body, example).trim()}
      </div>
      <p className="text-muted text-xs">{t('texts.previewHelp', { words })}</p>
    </section>
  )
}
