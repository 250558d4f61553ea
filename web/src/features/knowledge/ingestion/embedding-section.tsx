import type { EmbeddingModelState, KnowledgeState } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Section } from '../../../page/section.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { Meter } from './meter.tsx'

const tones = { filling: 'info', serving: 'ok', retired: 'off' } as const

/** Which model gives passages their meaning, how far it is, and what stops it. */
export function EmbeddingSection({
  embedding: { wanted, models },
}: {
  embedding: KnowledgeState['embedding']
}) {
  const { t } = useTranslation('knowledge')
  return (
    <Section title={t('ingestion.embedding')}>
      <p className="text-muted text-sm">
        {wanted === null ? t('ingestion.lexical') : t('ingestion.wanted', { name: wanted })}
      </p>
      {wanted !== null && models.length === 0 && (
        <p className="text-muted text-sm">{t('ingestion.waiting')}</p>
      )}
      {models.length > 0 && (
        <ul className="flex flex-col gap-3">
          {models.map((model) => (
            <Model key={model.name} model={model} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Model({ model }: { model: z.infer<typeof EmbeddingModelState> }) {
  const { t } = useTranslation('knowledge')
  const { name, state, done, total, refused, error } = model
  return (
    <li className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center gap-2">
        <code className="break-all text-sm">{name}</code>
        <StatusBadge tone={tones[state]}>{t(`ingestion.model.${state}`)}</StatusBadge>
      </span>
      <Meter
        label={name}
        done={done}
        total={total}
        sentence={t('ingestion.modelProgress', { done, total })}
      />
      {refused > 0 && <p className="text-muted text-sm">{t('ingestion.modelRefused', { count: refused })}</p>}
      {error && (
        <p className="text-danger text-sm">{t('ingestion.modelError', { message: error.message })}</p>
      )}
    </li>
  )
}
