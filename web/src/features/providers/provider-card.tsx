import type { ChatProvider } from '@hub/contracts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../ui/moment.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import type { Tone } from '../../ui/tone.ts'
import { ModelTable } from './model-table.tsx'
import { ProviderFigures } from './provider-figures.tsx'
import { TestProvider } from './test-provider.tsx'
import { WhatToDo } from './what-to-do.tsx'

interface ProviderCardProps {
  provider: ChatProvider
  rank: number
  /** Since when its process counts. */
  measuredSince: string
}

const tones = { up: 'ok', down: 'danger', unknown: 'unknown' } satisfies Record<ChatProvider['state'], Tone>

/** One engine: state, figures, models by mode, a trial, and what to do when it is down. */
export function ProviderCard({ provider, rank, measuredSince }: ProviderCardProps) {
  const { t } = useTranslation('providers')
  const id = useId()
  const { id: engine, state, since, restsUntil, answering } = provider
  const isBuiltin = engine === 'builtin'
  return (
    <article aria-labelledby={id} className="flex flex-col gap-4 rounded-card border bg-surface p-4">
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 id={id} className="font-semibold text-md">
            <span className="mr-2 text-faint tabular">{rank}.</span>
            {t(`name.${engine}`)}
          </h3>
          <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
          {answering && (
            <StatusBadge tone="info">{t(state === 'down' ? 'askedNext' : 'answering')}</StatusBadge>
          )}
          <span className="text-muted text-sm">
            {state !== 'unknown' && !isBuiltin && (
              <>
                {t('since')} <Moment at={since} />
              </>
            )}
            {state === 'unknown' && t('notAsked')}
            {isBuiltin && t('alwaysThere')}
          </span>
        </div>
        {restsUntil && (
          <p className="text-muted text-sm">
            {t('rests')} <Moment at={restsUntil} clock />.
          </p>
        )}
      </div>
      <ProviderFigures provider={provider} measuredSince={measuredSince} />
      {!isBuiltin && <ModelTable models={provider.models} />}
      <WhatToDo provider={provider} />
      <TestProvider provider={provider} />
    </article>
  )
}
