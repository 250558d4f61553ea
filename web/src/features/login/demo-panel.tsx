import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { DemoAccounts } from './demo-accounts.ts'
import type { useSignIn } from './use-sign-in.ts'

/** The people of the demonstration, each one press away. */
export function DemoPanel({ demo, signIn }: { demo: DemoAccounts; signIn: ReturnType<typeof useSignIn> }) {
  const { t } = useTranslation('login')
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-3">
      <div>
        <h2 id="demo-title" className="font-semibold text-base">
          {t('demo.title')}
        </h2>
        <p className="text-muted text-sm">{t('demo.help')}</p>
      </div>
      <ul className="divide-y overflow-hidden rounded-card border bg-surface">
        {demo.accounts.map(({ login, displayName, accreditation }) => (
          <li key={login}>
            <button
              type="button"
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ login, password: demo.password })}
              className="group flex min-h-11 w-full items-center gap-3 px-3 py-2 text-left text-sm transition-colors duration-120 hover:bg-hover"
            >
              <Avatar name={displayName} />
              <span className="min-w-0 flex-1 truncate">
                <span className="sr-only">{t('demo.enter')} </span>
                <span className="font-medium">{displayName}</span>
                <span className="text-muted"> · {t(`demo.roles.${accreditation}`)}</span>
              </span>
              <Badge tone="info">{accreditation}</Badge>
              <ArrowRight
                aria-hidden
                className="size-4 text-faint transition-transform duration-120 group-hover:translate-x-0.5"
                strokeWidth={1.75}
              />
            </button>
          </li>
        ))}
      </ul>
      <p className="flex items-center gap-1.5 text-muted text-xs">
        {t('demo.password')} <code className="text-ink">{demo.password}</code>
        <CopyButton value={demo.password} label={t('demo.copy')} className="size-7" />
      </p>
    </section>
  )
}
