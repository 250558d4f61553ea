import type { StandingGrant } from '@hub/contracts'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useText } from '../../../i18n/use-locale.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Expiry } from '../list/expiry.tsx'
import { GrantStateBadge } from '../list/grant-state-badge.tsx'
import { useScopeWords } from '../list/scope-words.ts'
import { useRequesterWords } from '../list/use-requester-words.ts'
import { DecideGrant } from './decide-grant.tsx'
import { People } from './people.tsx'
import { RevokeGrant } from './revoke-grant.tsx'
import { ScopeFacts } from './scope-facts.tsx'
import { UsesMeter } from './uses-meter.tsx'
import { WithdrawGrant } from './withdraw-grant.tsx'

/** One grant in full: what it covers, who said what, and what the reader may do with it. */
export function GrantDetail({ grant }: { grant: StandingGrant }) {
  const { t } = useTranslation('grants')
  const text = useText()
  const scopeWords = useScopeWords()
  const requesterWords = useRequesterWords()
  return (
    <article aria-labelledby="grant-title" className="flex max-w-[720px] flex-col gap-6 p-4 md:p-6">
      <Link
        to="/safeguard/grants"
        className="-my-2 inline-flex min-h-9 items-center gap-2 self-start text-muted text-sm hover:text-ink max-md:min-h-11 lg:hidden"
      >
        <ArrowLeft aria-hidden className="size-4" strokeWidth={1.75} />
        {t('detail.back')}
      </Link>
      <header className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <GrantStateBadge state={grant.state} />
          <code className="text-muted text-xs">{grant.grantId}</code>
          <Expiry grant={grant} />
        </p>
        <h2 id="grant-title" className="font-semibold text-lg">
          {t('row.title', { action: text(grant.title), name: requesterWords(grant) })}
        </h2>
        <p>{t('detail.sentence', { scope: scopeWords(grant.scope) })}</p>
      </header>
      <UsesMeter grant={grant} />
      <Part title={t('detail.scope')}>
        <ScopeFacts scope={grant.scope} requesterName={requesterWords(grant)} />
      </Part>
      <Part title={t('detail.reason')}>
        <p className="whitespace-pre-wrap break-words">{grant.reason}</p>
      </Part>
      <Part title={t('detail.people')}>
        <People grant={grant} />
      </Part>
      <Part title={t('detail.digest')}>
        <p className="text-muted text-sm">{t('detail.digestHelp')}</p>
        <div className="flex items-start gap-1">
          <code className="min-w-0 break-all text-sm">{grant.digest}</code>
          <CopyButton value={grant.digest} label={t('detail.copyDigest')} className="-mt-1.5" />
        </div>
      </Part>
      <DecideGrant grant={grant} />
      {grant.you.canWithdraw && <WithdrawGrant grant={grant} />}
      {grant.you.canRevoke && <RevokeGrant grant={grant} />}
    </article>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="font-medium text-muted text-sm">{title}</h3>
      {children}
    </section>
  )
}
