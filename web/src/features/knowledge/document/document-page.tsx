import { hasAccreditation } from '@hub/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ArrowLeft, FileX2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'react-router'
import { ApiError } from '../../../lib/api-error.ts'
import { useMe } from '../../../lib/session.ts'
import { Loaded } from '../../../page/loaded.tsx'
import { PageBar } from '../../../page/page-bar.tsx'
import { documentQuery } from '../../../passages/document-query.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { marksQuery } from '../knowledge-api.ts'
import { DocumentHead } from './document-head.tsx'
import { Passages } from './passages.tsx'

/** A document with its passages; the one that the address names is in sight. */
export function DocumentPage() {
  const { t } = useTranslation('knowledge')
  const { user } = useMe()
  const { documentId = '' } = useParams()
  const { hash } = useLocation()
  const query = useQuery(documentQuery(documentId))
  const isReader = hasAccreditation(user.accreditation, 'N1')
  const marks = useInfiniteQuery({ ...marksQuery({ document: documentId }), enabled: isReader })
  const isMissing = query.error instanceof ApiError && [400, 404].includes(query.error.status)
  return (
    <>
      <PageBar title={query.data?.title ?? t('title')} />
      <div className="flex max-w-[860px] flex-col gap-4 p-4 md:p-6 md:pt-3">
        {isReader && (
          <Link
            to="/knowledge"
            className="inline-flex items-center gap-1.5 self-start text-muted text-sm hover:text-ink max-md:h-11"
          >
            <ArrowLeft aria-hidden className="size-4" strokeWidth={1.75} />
            {t('document.back')}
          </Link>
        )}
        {isMissing ? (
          <EmptyState icon={FileX2} title={t('document.failed')} className="px-0">
            {t('document.missing')}
          </EmptyState>
        ) : (
          <Loaded query={query} failed={t('document.failed')}>
            {(document) => (
              <>
                <DocumentHead document={document} />
                <Passages
                  document={document}
                  marks={marks.data?.pages.flatMap(({ items }) => items) ?? []}
                  chunkId={hash.slice(1) || undefined}
                />
              </>
            )}
          </Loaded>
        )}
      </div>
    </>
  )
}
