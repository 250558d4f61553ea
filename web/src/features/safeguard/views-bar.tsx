import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useHotkeys } from '../../lib/use-hotkeys.ts'
import { PageBar } from '../../page/page-bar.tsx'
import { cn } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

const views = [
  { key: 'queue', to: '/safeguard' },
  { key: 'history', to: '/safeguard/history' },
] as const

/** Title of SAFEGUARD with its two views and the help on its keys. */
export function ViewsBar({ view }: { view: (typeof views)[number]['key'] }) {
  const { t } = useTranslation('safeguard')
  const [isHelpOpen, setHelpOpen] = useState(false)
  useHotkeys({ '?': () => setHelpOpen(true) })
  return (
    <PageBar title={t('title')}>
      <nav aria-label={t('views.label')} className="flex rounded-control border bg-sunken p-0.5">
        {views.map(({ key, to }) => (
          <Link
            key={key}
            to={to}
            aria-current={key === view ? 'page' : undefined}
            className={cn(
              'inline-flex h-7 items-center rounded-[4px] px-2.5 text-muted text-sm hover:text-ink max-md:h-9',
              key === view && 'bg-raised font-medium text-ink shadow-[0_0_0_1px_var(--line-strong)]',
            )}
          >
            {t(`views.${key}`)}
          </Link>
        ))}
      </nav>
      <IconButton
        icon={Keyboard}
        label={t('help')}
        shortcut="?"
        onClick={() => setHelpOpen(true)}
        className="max-md:hidden"
      />
      <ShortcutsDialog isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </PageBar>
  )
}
