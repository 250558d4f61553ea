import { hasAccreditation, type KnowledgeDocument, type Source } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { ArrowUpRight, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../../i18n/use-locale.ts'
import { ApiError } from '../../../lib/api-error.ts'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { useMe } from '../../../lib/session.ts'
import { formatDate } from '../../../lib/time.ts'
import { Markdown } from '../../../markdown/markdown.tsx'
import { documentQuery } from '../../../passages/document-query.ts'
import { MarkBadge } from '../../../passages/mark-badge.tsx'
import { MarkButton } from '../../../passages/mark-button.tsx'
import { passageLink } from '../../../passages/passage-link.ts'
import { Badge } from '../../../ui/badge.tsx'
import { cn } from '../../../ui/class-names.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { SourceDoubt } from './source-doubt.tsx'
import type { OpenSource } from './use-open-source.ts'

export interface DocumentPanelProps {
  opened: OpenSource
  /** The passage as it was given to the model, when the conversation on the screen has it. */
  source: Source | undefined
  /** Closes the panel; left out where the frame around it has the title and the cross. */
  onClose?: () => void
}

/** A document of the knowledge base with the cited passage marked and in sight. */
export function DocumentPanel({ opened, source, onClose }: DocumentPanelProps) {
  const { data, error, refetch } = useQuery(documentQuery(opened.documentId))
  return (
    <div className="flex h-full min-h-0 flex-col">
      <DocumentHeader document={data} source={source} chunkId={opened.chunkId} onClose={onClose} />
      <div className="scroll-pane min-h-0 flex-1 p-4">
        {data && <Passages document={data} chunkId={opened.chunkId} source={source} />}
        {!data && !error && <DocumentSkeleton />}
        {error && <DocumentFailed error={error} source={source} onRetry={() => void refetch()} />}
      </div>
    </div>
  )
}

function DocumentHeader(props: {
  document: KnowledgeDocument | undefined
  source: Source | undefined
  chunkId: string
  onClose: (() => void) | undefined
}) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  const { document, source, chunkId, onClose } = props
  const isReader = hasAccreditation(useMe().user.accreditation, 'N1')
  return (
    <header className="flex items-start gap-2 border-b py-3 pr-2 pl-4">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {onClose && (
          <h2 className="font-semibold text-base">{document?.title ?? source?.title ?? t('source.panel')}</h2>
        )}
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
          {document && <Badge>{t(`source.kind.${document.kind}`)}</Badge>}
          {document && t('source.updated', { date: formatDate(new Date(document.updatedAt), locale) })}
        </p>
        {document && <SourceDoubt source={document} />}
        <code className="break-all text-faint text-xs">{document?.path ?? source?.path}</code>
        {document && isReader && (
          <Link
            to={passageLink(document.id, chunkId)}
            className="inline-flex items-center gap-1 self-start text-accent-ink text-sm underline underline-offset-2 max-md:min-h-11"
          >
            {t('source.inKnowledge')}
            <ArrowUpRight aria-hidden className="size-3.5" strokeWidth={2} />
          </Link>
        )}
      </div>
      {onClose && <IconButton icon={X} label={t('source.close')} onClick={onClose} />}
    </header>
  )
}

interface PassagesProps {
  document: KnowledgeDocument
  chunkId: string
  source: Source | undefined
}

function Passages({ document, chunkId, source }: PassagesProps) {
  const { t } = useTranslation('wibot')
  const hasPassage = document.chunks.some(({ id }) => id === chunkId)
  return (
    <div className="flex flex-col gap-4">
      {!hasPassage && source && (
        <div className="flex flex-col gap-2 text-sm">
          <p className="text-muted">{t('source.moved')}</p>
          <blockquote className="whitespace-pre-line border-warning border-l-2 pl-3">
            {source.excerpt}
          </blockquote>
        </div>
      )}
      {document.chunks.map((chunk) => (
        <Chunk key={chunk.id} chunk={chunk} isCited={chunk.id === chunkId} />
      ))}
    </div>
  )
}

function Chunk({ chunk, isCited }: { chunk: KnowledgeDocument['chunks'][number]; isCited: boolean }) {
  const { t } = useTranslation('wibot')
  const element = useRef<HTMLElement>(null)
  const isReader = hasAccreditation(useMe().user.accreditation, 'N1')
  useEffect(() => {
    if (isCited) element.current?.scrollIntoView({ block: 'start' })
  }, [isCited])
  return (
    <section
      ref={element}
      aria-label={isCited ? t('source.passage') : undefined}
      className={cn(
        'flex scroll-mt-3 flex-col gap-1 border-l-2 py-1 pl-3',
        isCited ? '-mr-2 rounded-r-card border-accent bg-accent-soft pr-2' : 'border-transparent',
      )}
    >
      {isCited && (
        <p className="flex min-h-7 flex-wrap items-center gap-2 font-medium text-accent-ink text-xs">
          {t('source.passage')}
          {isReader && (
            <span className="ml-auto">
              <MarkButton chunkId={chunk.id} heading={chunk.headingPath.join(' › ')} />
            </span>
          )}
        </p>
      )}
      {chunk.mark && (
        <p>
          <MarkBadge mark={chunk.mark} />
        </p>
      )}
      {chunk.headingPath.length > 0 && (
        <h3 className="font-medium text-sm">{chunk.headingPath.join(' › ')}</h3>
      )}
      <Markdown text={chunk.content} className="text-sm" />
    </section>
  )
}

function DocumentSkeleton() {
  return (
    <div className="flex flex-col gap-3">
      <Skeleton className="w-1/2" />
      <Skeleton className="h-20" />
      <Skeleton className="w-2/3" />
      <Skeleton className="h-32" />
    </div>
  )
}

function DocumentFailed(props: { error: Error; source: Source | undefined; onRetry: () => void }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const { error, source } = props
  const isGone = error instanceof ApiError && error.status === 404
  return (
    <>
      <ErrorState
        className="p-0"
        title={t(isGone ? 'source.missing' : 'source.failed')}
        message={isGone ? t('source.missingHelp') : errorSentence(error, tUi)}
        requestId={errorRequestId(error)}
        {...(isGone ? {} : { onRetry: props.onRetry })}
      />
      {source && (
        <blockquote className="mt-4 whitespace-pre-line border-accent/50 border-l-2 pl-3 text-sm">
          {source.excerpt}
        </blockquote>
      )}
    </>
  )
}
