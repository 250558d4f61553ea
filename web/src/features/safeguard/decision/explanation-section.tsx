import { type Approval, hasAccreditation, PolicyExplanation } from '@hub/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useText } from '../../../i18n/use-locale.ts'
import { api } from '../../../lib/api.ts'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { queryKeys } from '../../../lib/query-keys.ts'
import { useMe } from '../../../lib/session.ts'
import { Button } from '../../../ui/button.tsx'
import { cn } from '../../../ui/class-names.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ExplanationRule } from './explanation-rule.tsx'
import { Section } from './section.tsx'

function explanationQuery(approvalId: string) {
  return queryOptions({
    queryKey: [...queryKeys.explanations, approvalId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      api.get(`/api/safeguard/${encodeURIComponent(approvalId)}/explanation`, PolicyExplanation, { signal }),
  })
}

/** Why a decision is asked at all: the policy's sentence, and each rule with what it wanted and what it found. */
export function ExplanationSection({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const { t: tUi } = useTranslation('ui')
  const { data, error, refetch } = useQuery(explanationQuery(approval.approvalId))
  return (
    <Section title={t('sections.explanation')}>
      {data && <Explained explanation={data} />}
      {!data && !error && <Skeleton className="w-3/4" />}
      {!data && error && (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          {errorSentence(error, tUi)}
          {!('status' in error && error.status === 404) && (
            <Button size="sm" onClick={() => void refetch()}>
              {tUi('retry')}
            </Button>
          )}
        </p>
      )}
    </Section>
  )
}

function Explained({ explanation }: { explanation: PolicyExplanation }) {
  const { t } = useTranslation('safeguard')
  const text = useText()
  const { user } = useMe()
  const matched = explanation.rules.filter((rule) => rule.matched)
  const others = explanation.rules.filter((rule) => !rule.matched)
  return (
    <>
      <p>{text(explanation.sentence)}</p>
      {explanation.isOutdated && <p className="text-muted text-sm">{t('explanation.outdated')}</p>}
      {matched.length === 0 ? (
        <p className="text-muted text-sm">{t('explanation.noRule', { level: explanation.level })}</p>
      ) : (
        <Rules title={t('explanation.matched', { count: matched.length })} rules={matched} />
      )}
      {others.length > 0 && (
        <Rules title={t('explanation.others', { count: others.length })} rules={others} />
      )}
      {hasAccreditation(user.accreditation, 'N2') && (
        <Link
          to="/safeguard/policy"
          className="inline-flex min-h-6 items-center self-start rounded-control text-accent-ink text-sm max-md:min-h-11 underline-offset-2 hover:underline"
        >
          {t('explanation.policy')}
        </Link>
      )}
    </>
  )
}

/** A folded list of rules. */
function Rules({ title, rules }: { title: string; rules: PolicyExplanation['rules'] }) {
  const [isShown, setShown] = useState(false)
  const id = useId()
  return (
    <div className="flex flex-col gap-2">
      <button
        type="button"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setShown(!isShown)}
        className="-ml-1 flex min-h-7 items-center gap-1 self-start rounded-control px-1 text-muted text-sm hover:text-ink max-md:min-h-11"
      >
        <ChevronRight
          aria-hidden
          className={cn('size-4 transition-transform duration-120', isShown && 'rotate-90')}
          strokeWidth={1.75}
        />
        {title}
      </button>
      <ul id={id} hidden={!isShown} className="flex flex-col gap-2">
        {rules.map((rule) => (
          <ExplanationRule key={rule.name} rule={rule} />
        ))}
      </ul>
    </div>
  )
}
