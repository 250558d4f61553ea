import type { ListedDocument } from '@hub/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { Loaded } from '../../../page/loaded.tsx'
import { MoreButton } from '../../../page/more-button.tsx'
import { Section } from '../../../page/section.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { documentsQuery } from '../knowledge-api.ts'

/** Files that cannot be read, each with why and so with what to do. */
export function ProblemsSection() {
  const { t } = useTranslation('knowledge')
  const failed = useInfiniteQuery(documentsQuery({ state: 'failed' }))
  const stale = useInfiniteQuery(documentsQuery({ state: 'stale' }))
  return (
    <Section title={t('ingestion.problems')} help={t('ingestion.problemsHelp')}>
      <Loaded query={failed} failed={t('list.failed')}>
        {({ pages: unread }) => (
          <Loaded query={stale} failed={t('list.failed')}>
            {({ pages: old }) => (
              <>
                <Problems files={[...unread, ...old].flatMap(({ items }) => items)} />
                <MoreButton query={failed.hasNextPage ? failed : stale} className="self-start" />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Section>
  )
}

function Problems({ files }: { files: ListedDocument[] }) {
  const { t } = useTranslation('knowledge')
  const text = useText()
  if (files.length === 0) return <p className="text-muted text-sm">{t('ingestion.noProblems')}</p>
  return (
    <ul className="border-t">
      {files.map(({ path, state, problem }) => (
        <li key={path} className="flex flex-col items-start gap-1 border-b py-2 text-sm">
          <span className="flex flex-wrap items-center gap-2">
            <code className="break-all">{path}</code>
            <StatusBadge tone={state === 'failed' ? 'danger' : 'warning'}>{t(`state.${state}`)}</StatusBadge>
          </span>
          {problem && <span>{text(problem.text)}</span>}
        </li>
      ))}
    </ul>
  )
}
