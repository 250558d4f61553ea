import { hasAccreditation, type KnowledgeDocument, type KnowledgeMark } from '@hub/contracts'
import { Link2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../../lib/session.ts'
import { Markdown } from '../../../markdown/markdown.tsx'
import { MarkBadge } from '../../../passages/mark-badge.tsx'
import { MarkButton } from '../../../passages/mark-button.tsx'
import { cn } from '../../../ui/class-names.ts'
import { MarkItem } from '../marks/mark-item.tsx'

type Chunk = KnowledgeDocument['chunks'][number]

interface PassagesProps {
  document: KnowledgeDocument
  marks: KnowledgeMark[]
  /** The passage that a link leads to. */
  chunkId: string | undefined
}

/** The passages in order, each with what was reported of it. */
export function Passages({ document, marks, chunkId }: PassagesProps) {
  const { t } = useTranslation('knowledge')
  const isMoved = chunkId !== undefined && !document.chunks.some(({ id }) => id === chunkId)
  return (
    <>
      {isMoved && (
        <p role="status" className="rounded-control bg-info-soft px-3 py-2 text-info text-sm">
          {t('document.moved')}
        </p>
      )}
      {document.chunks.map((chunk, index) => (
        <Passage
          key={chunk.id}
          chunk={chunk}
          number={index + 1}
          isCited={chunk.id === chunkId}
          marks={marks.filter((mark) => mark.chunkId === chunk.id && mark.state !== 'dismissed')}
        />
      ))}
    </>
  )
}

interface PassageProps {
  chunk: Chunk
  number: number
  isCited: boolean
  marks: KnowledgeMark[]
}

function Passage({ chunk, number, isCited, marks }: PassageProps) {
  const { t } = useTranslation('knowledge')
  const { user } = useMe()
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isCited) element.current?.scrollIntoView({ block: 'start' })
  }, [isCited])
  const heading = chunk.headingPath.join(' › ') || t('document.passage', { n: number })
  return (
    <section
      ref={element}
      id={chunk.id}
      aria-labelledby={`${chunk.id}-title`}
      className={cn(
        'flex scroll-mt-3 flex-col gap-2 border-l-2 py-1 pl-3',
        isCited ? 'rounded-r-card border-accent bg-accent-soft pr-2' : 'border-line',
        chunk.mark && !isCited && 'border-warning',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`${chunk.id}-title`} className="min-w-0 font-medium text-sm">
          {isCited && <span className="mr-2 text-accent-ink text-xs">{t('document.cited')}</span>}
          {heading}
        </h2>
        <span className="flex items-center gap-1 md:ml-auto">
          <Link
            to={`#${chunk.id}`}
            replace
            aria-label={`${t('document.link')} : ${heading}`}
            title={t('document.link')}
            className="inline-flex size-7 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-ink max-md:size-11"
          >
            <Link2 aria-hidden className="size-4" strokeWidth={1.75} />
          </Link>
          {hasAccreditation(user.accreditation, 'N1') && <MarkButton chunkId={chunk.id} heading={heading} />}
        </span>
      </div>
      <Markdown text={chunk.content} className="text-sm" />
      {chunk.mark && marks.length === 0 && (
        <p>
          <MarkBadge mark={chunk.mark} />
        </p>
      )}
      {marks.map((mark) => (
        <div key={mark.id} className="rounded-control border bg-surface p-3">
          <MarkItem mark={mark} />
        </div>
      ))}
    </section>
  )
}
