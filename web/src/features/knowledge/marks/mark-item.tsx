import { hasAccreditation, type KnowledgeMark } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../../lib/session.ts'
import { Refusal } from '../../../page/refusal.tsx'
import { MarkBadge } from '../../../passages/mark-badge.tsx'
import { passageLink } from '../../../passages/passage-link.ts'
import { Button } from '../../../ui/button.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { knowledgeKeys, resolveMark } from '../knowledge-api.ts'

/** One report: what is wrong, who says so, and for those who look after the documents what to do about it. */
export function MarkItem({ mark, withDocument = false }: { mark: KnowledgeMark; withDocument?: boolean }) {
  const { t } = useTranslation('knowledge')
  const { user } = useMe()
  const { note, by, at, resolvedBy, resolvedAt, chunkId } = mark
  return (
    <div className="flex flex-col items-start gap-1.5 text-sm">
      {withDocument && <MarkedPassage mark={mark} />}
      <MarkBadge mark={mark} />
      <p className="whitespace-pre-line break-words">{note}</p>
      <p className="flex flex-wrap gap-x-1 text-muted text-xs">
        {t('marks.by', { name: by.displayName })}, <Moment at={at} />
        {resolvedBy && resolvedAt && (
          <>
            {' · '}
            {t('marks.resolvedBy', { name: resolvedBy.displayName })}, <Moment at={resolvedAt} />
          </>
        )}
      </p>
      {chunkId === null && <p className="text-muted text-xs">{t('marks.changed')}</p>}
      {hasAccreditation(user.accreditation, 'N2') && mark.state !== 'dismissed' && <Decide mark={mark} />}
    </div>
  )
}

function MarkedPassage({ mark }: { mark: KnowledgeMark }) {
  const { title, headingPath, excerpt, documentId, chunkId } = mark
  return (
    <>
      <Link to={passageLink(documentId, chunkId)} className="font-medium hover:underline max-md:py-2.5">
        {[title, ...headingPath.filter((heading) => heading !== title)].join(' › ')}
      </Link>
      <blockquote className="line-clamp-3 max-w-[80ch] whitespace-pre-line border-l-2 pl-3 text-muted">
        {excerpt}
      </blockquote>
    </>
  )
}

function Decide({ mark }: { mark: KnowledgeMark }) {
  const { t } = useTranslation('knowledge')
  const client = useQueryClient()
  const decide = useMutation({
    mutationFn: (decision: 'confirm' | 'dismiss') => resolveMark(mark.id, { decision }),
    onSettled: () => client.invalidateQueries({ queryKey: knowledgeKeys.all }),
  })
  const { user } = useMe()
  const isOpen = mark.state === 'open'
  const isOwn = mark.by.userId === user.id
  return (
    <>
      {isOpen && isOwn && <p className="text-muted text-xs">{t('marks.own')}</p>}
      <Refusal error={decide.error} />
      <span className="mt-1 flex flex-wrap gap-2">
        {isOpen && !isOwn && (
          <Button
            className="max-md:h-11"
            disabled={decide.isPending}
            onClick={() => decide.mutate('confirm')}
          >
            {t('marks.confirm')}
          </Button>
        )}
        <Button
          variant={isOpen ? 'ghost' : 'secondary'}
          className="max-md:h-11"
          disabled={decide.isPending}
          onClick={() => decide.mutate('dismiss')}
        >
          {t(isOpen ? 'marks.dismiss' : 'marks.lift')}
        </Button>
      </span>
    </>
  )
}
