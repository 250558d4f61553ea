import type { KnowledgeDocument } from '@hub/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { isOver, useDay } from '../../../passages/use-day.ts'
import { Badge } from '../../../ui/badge.tsx'

/** What a document is, whom it is about, who may read it and until when it holds. */
export function DocumentHead({ document }: { document: KnowledgeDocument }) {
  const { t } = useTranslation('knowledge')
  const text = useText()
  const day = useDay()
  const { kind, path, client, system, audience, updatedAt, validUntil, problem } = document
  return (
    <section aria-label={t('document.facts')} className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <Badge>{t(`kind.${kind}`)}</Badge>
        <code className="break-all text-muted text-xs">{path}</code>
      </p>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {client && <Fact name={t('document.client')}>{client}</Fact>}
        {system && <Fact name={t('document.system')}>{system}</Fact>}
        {audience && <Fact name={t('document.audience')}>{audience}</Fact>}
        <Fact name={t('document.updated')}>{day(updatedAt)}</Fact>
        {validUntil && <Fact name={t('document.validUntil')}>{day(validUntil)}</Fact>}
      </dl>
      {isOver(validUntil) && <Warning>{t('document.expired', { date: day(validUntil) })}</Warning>}
      {problem && (
        <Warning>
          {text(problem.text)} {t('stateHelp.stale')}
        </Warning>
      )}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="tabular">{children}</dd>
    </div>
  )
}

function Warning({ children }: { children: ReactNode }) {
  return <p className="rounded-control bg-warning-soft px-3 py-2 text-sm text-warning">{children}</p>
}
