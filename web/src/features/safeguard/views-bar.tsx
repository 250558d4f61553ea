import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '../../lib/use-hotkeys.ts'
import { PageBar } from '../../page/page-bar.tsx'
import { SafeguardViews } from '../../page/safeguard-views.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

/** Title of SAFEGUARD with its two views and the help on its keys. */
export function ViewsBar({ view }: { view: 'queue' | 'history' }) {
  const { t } = useTranslation('safeguard')
  const [isHelpOpen, setHelpOpen] = useState(false)
  useHotkeys({ '?': () => setHelpOpen(true) })
  return (
    <PageBar title={t('title')}>
      <SafeguardViews view={view} />
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
