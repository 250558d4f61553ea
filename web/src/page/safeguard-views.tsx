import { type Accreditation, hasAccreditation } from '@hub/contracts'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../lib/session.ts'
import { cn } from '../ui/class-names.ts'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../ui/menu.tsx'
import { PageBar } from './page-bar.tsx'

const views = [
  { key: 'queue', to: '/safeguard', from: 'N1' },
  { key: 'history', to: '/safeguard/history', from: 'N1' },
  { key: 'grants', to: '/safeguard/grants', from: 'N1' },
  { key: 'delegations', to: '/safeguard/delegations', from: 'N1' },
  { key: 'policy', to: '/safeguard/policy', from: 'N2' },
] as const satisfies readonly { key: string; to: string; from: Accreditation }[]
export type SafeguardView = (typeof views)[number]['key']

/** The views of SAFEGUARD that the reader may open: side by side where there is room, else a menu. */
export function SafeguardViews({ view }: { view: SafeguardView }) {
  const { t } = useTranslation('frame')
  const { user } = useMe()
  const open = views.filter(({ from }) => hasAccreditation(user.accreditation, from))
  return (
    <>
      <nav
        aria-label={t('safeguardViews.label')}
        className="flex rounded-control border bg-sunken p-0.5 max-xl:hidden"
      >
        {open.map(({ key, to }) => (
          <Link
            key={key}
            to={to}
            aria-current={key === view ? 'page' : undefined}
            className={cn(
              'inline-flex h-7 items-center rounded-[4px] px-2.5 text-muted text-sm hover:text-ink',
              key === view && 'bg-raised font-medium text-ink shadow-[0_0_0_1px_var(--line-strong)]',
            )}
          >
            {t(`safeguardViews.${key}`)}
          </Link>
        ))}
      </nav>
      <Menu>
        <MenuTrigger className="relative inline-flex h-8 min-w-0 items-center gap-1 rounded-control border bg-surface px-2.5 font-medium text-sm after:absolute after:-inset-y-1.5 after:inset-x-0 hover:bg-hover xl:hidden">
          <span className="sr-only">{t('safeguardViews.label')} :</span>
          <span className="truncate">{t(`safeguardViews.${view}`)}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
        </MenuTrigger>
        <MenuContent align="start">
          {open.map(({ key, to }) => (
            <MenuItem key={key} asChild className={cn(key === view && 'font-medium')}>
              <Link to={to} aria-current={key === view ? 'page' : undefined}>
                {t(`safeguardViews.${key}`)}
              </Link>
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
    </>
  )
}

/** Title of a page of SAFEGUARD, with the way to the others. */
export function SafeguardBar({ view }: { view: SafeguardView }) {
  return (
    <PageBar title="SAFEGUARD">
      <SafeguardViews view={view} />
    </PageBar>
  )
}
