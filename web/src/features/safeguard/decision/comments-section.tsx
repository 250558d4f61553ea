import type { Approval, ApprovalComment } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Section } from './section.tsx'
import { commentsQuery, useAddComment } from './use-comments.ts'

/** What people say to each other about a request, live; kept with it for good. */
export function CommentsSection({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  return (
    <Section title={t('sections.comments')}>
      <Thread approval={approval} />
      <CommentForm approvalId={approval.approvalId} />
    </Section>
  )
}

function Thread({ approval: { approvalId, commentCount } }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const { t: tUi } = useTranslation('ui')
  const { data, error, refetch } = useQuery(commentsQuery(approvalId))
  if (!data && error)
    return (
      <ErrorState
        title={t('comments.failed')}
        message={errorSentence(error, tUi)}
        requestId={errorRequestId(error)}
        onRetry={() => void refetch()}
        className="p-0"
      />
    )
  if (!data) return commentCount > 0 ? <Skeleton className="h-12" /> : null
  if (data.items.length === 0) return <p className="text-muted">{t('comments.empty')}</p>
  return (
    <div role="log" aria-label={t('sections.comments')}>
      <ol className="flex flex-col gap-3">
        {data.items.map((comment) => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </ol>
    </div>
  )
}

function Comment({ comment }: { comment: ApprovalComment }) {
  return (
    <li className="flex gap-2">
      <Avatar name={comment.displayName} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{comment.displayName}</span>
          <Moment at={comment.at} className="text-muted text-xs" />
        </p>
        <p className="whitespace-pre-line break-words">{comment.body}</p>
      </div>
    </li>
  )
}

function CommentForm({ approvalId }: { approvalId: string }) {
  const { t } = useTranslation('safeguard')
  const { t: tUi } = useTranslation('ui')
  const add = useAddComment(approvalId)
  const [body, setBody] = useState('')
  const isReady = body.trim() !== ''
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (isReady && !add.isPending) add.mutate(body.trim(), { onSuccess: () => setBody('') })
  }
  return (
    <form onSubmit={send} className="flex flex-col items-start gap-2">
      <div className="w-full">
        <Field
          label={<span className="sr-only">{t('comments.label')}</span>}
          error={add.error && `${t('comments.notSent')} ${errorSentence(add.error, tUi)}`}
        >
          <Textarea
            rows={1}
            value={body}
            maxLength={2000}
            placeholder={t('comments.placeholder')}
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
            }}
            className="field-sizing-content min-h-9 py-1.5 max-md:min-h-11"
          />
        </Field>
      </div>
      {(isReady || add.isPending) && (
        <Button type="submit" busy={add.isPending} className="max-md:h-11">
          {t('comments.send')}
        </Button>
      )}
    </form>
  )
}
