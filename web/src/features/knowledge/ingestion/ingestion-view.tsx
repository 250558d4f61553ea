import { hasAccreditation, type KnowledgeState } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { FolderX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../lib/session.ts'
import { Loaded } from '../../../page/loaded.tsx'
import { Section } from '../../../page/section.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { stateQuery } from '../knowledge-api.ts'
import { EmbeddingSection } from './embedding-section.tsx'
import { NowSection } from './now-section.tsx'
import { ProblemsSection } from './problems-section.tsx'
import { RunLine } from './run-line.tsx'
import { useReadAgain } from './use-read-again.ts'

/** How the documents come in: now, lately, what could not be read, and the search by meaning. */
export function IngestionView() {
  const { t } = useTranslation('knowledge')
  const query = useQuery(stateQuery)
  useReadAgain(query.data)
  return (
    <Loaded query={query} failed={t('ingestion.failed')}>
      {(state) => <Sections state={state} />}
    </Loaded>
  )
}

function Sections({ state }: { state: KnowledgeState }) {
  const { t } = useTranslation('knowledge')
  const { user } = useMe()
  const { hasFolder, ingestion, embedding } = state
  return (
    <div className="flex flex-col gap-6">
      {hasFolder ? (
        <NowSection ingestion={ingestion} />
      ) : (
        <EmptyState icon={FolderX} title={t('ingestion.noFolder')} className="px-0">
          {t('ingestion.noFolderHelp')}
        </EmptyState>
      )}
      {hasAccreditation(user.accreditation, 'N2') ? (
        <ProblemsSection />
      ) : (
        <p className="text-muted text-sm">{t('ingestion.problemsFor')}</p>
      )}
      <EmbeddingSection embedding={embedding} />
      {ingestion.recent.length > 0 && (
        <Section title={t('ingestion.runs')}>
          <ul className="border-t">
            {ingestion.recent.map((run) => (
              <li key={run.id} className="border-b py-2">
                <RunLine run={run} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
