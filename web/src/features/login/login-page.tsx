import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { setLocale } from '../../i18n/setup.ts'
import { useLocale } from '../../i18n/use-locale.ts'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { ModuleMark } from '../../ui/module-mark.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { demoQuery } from './demo-accounts.ts'
import { DemoPanel } from './demo-panel.tsx'
import { LoginForm } from './login-form.tsx'
import { useSignIn } from './use-sign-in.ts'

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const

/** The sign-in page: the form, what the Hub promises, and in the demonstration the people to enter as. */
export function LoginPage() {
  const { t } = useTranslation('login')
  const { t: tFrame } = useTranslation('frame')
  const locale = useLocale()
  const [params] = useSearchParams()
  const signIn = useSignIn()
  const { data: demo } = useQuery(demoQuery)
  useDocumentTitle(t('title'))
  return (
    <main className="flex min-h-dvh flex-col lg:flex-row">
      <div className="flex flex-col gap-10 px-6 py-6 sm:px-10 lg:w-[480px] lg:shrink-0 lg:border-r lg:bg-surface lg:py-8">
        <div className="flex items-center gap-2.5 font-semibold text-md">
          <img src="/favicon.svg" alt="" className="size-7" />
          Hub
          <Segmented
            label={tFrame('language.title')}
            value={locale}
            options={languages}
            onChange={(next) => void setLocale(next)}
            className="ml-auto font-normal"
          />
        </div>
        <div className="flex w-full flex-col gap-6 lg:my-auto lg:pb-16">
          <h1 className="font-semibold text-lg">{t('heading')}</h1>
          {params.has('next') && <p className="-mt-3 text-muted text-sm">{t('ended')}</p>}
          <LoginForm signIn={signIn} />
        </div>
      </div>
      <div className="flex flex-1 flex-col justify-center gap-10 px-6 py-8 sm:px-10 lg:px-20">
        <div className="flex max-w-[520px] flex-col gap-5">
          <p className="text-balance font-semibold text-xl tracking-tight">{t('promise')}</p>
          {(['wibot', 'safeguard'] as const).map((module) => (
            <p key={module} className="flex gap-3 text-muted">
              <ModuleMark module={module} className="mt-px" />
              {t(`facts.${module}`)}
            </p>
          ))}
        </div>
        {demo && (
          <div className="max-w-[520px] max-lg:order-first">
            <DemoPanel demo={demo} signIn={signIn} />
          </div>
        )}
      </div>
    </main>
  )
}
