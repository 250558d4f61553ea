import type { KnowledgeGap } from '@hub/contracts'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { MessageCircleQuestion, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PagedList } from '../../../page/paged-list.tsx'
import { Refusal } from '../../../page/refusal.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { dismissGap, gapsQuery } from '../knowledge-api.ts'

/** Questions that found nothing or little, the latest first. */
export function GapsView() {
  const { t } = useTranslation('knowledge')
  const query = useInfiniteQuery(gapsQuery)
  return (
    <>
      <p className="max-w-[80ch] text-muted text-sm">{t('gaps.help')}</p>
      <PagedList
        query={query}
        failed={t('gaps.failed')}
        empty={
          <EmptyState icon={MessageCircleQuestion} title={t('gaps.empty')} className="px-0">
            {t('gaps.emptyHelp')}
          </EmptyState>
        }
        row={(gap) => <GapRow key={gap.id} gap={gap} />}
      />
    </>
  )
}

function GapRow({ gap }: { gap: KnowledgeGap }) {
  const { t } = useTranslation('knowledge')
  const client = useQueryClient()
  const dismiss = useMutation({
    mutationFn: () => dismissGap(gap.id),
    onSettled: () => client.invalidateQueries({ queryKey: gapsQuery.queryKey }),
  })
  const { query, found, count, audience, lastAt } = gap
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b py-2.5">
      <span className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <span className="break-words font-medium">{query}</span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs tabular">
          <Badge tone={found === 'nothing' ? 'warning' : 'off'}>{t(`gaps.${found}`)}</Badge>
          {t('gaps.asked', { count })} · {t('gaps.audience', { level: audience })} · <Moment at={lastAt} />
        </span>
        <Refusal error={dismiss.error} />
      </span>
      <span className="flex gap-2">
        <Button asChild className="max-md:h-11">
          <Link to={`/knowledge/search?q=${encodeURIComponent(query)}`}>{t('gaps.try')}</Link>
        </Button>
        <Button
          variant="ghost"
          className="max-md:h-11"
          busy={dismiss.isPending}
          aria-label={t('gaps.dismissLabel', { query })}
          onClick={() => dismiss.mutate()}
        >
          <X aria-hidden />
          {t('gaps.dismiss')}
        </Button>
      </span>
    </li>
  )
}
