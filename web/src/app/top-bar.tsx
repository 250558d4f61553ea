import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../lib/session.ts'
import { Badge } from '../ui/badge.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { CommandPalette } from './command-palette.tsx'
import { EngineNotice } from './engine-notice.tsx'
import { LiveIndicator } from './live-indicator.tsx'
import { MeMenu } from './me-menu.tsx'
import { openPalette } from './palette-store.ts'

/** Where I am, search, live state, me. The page puts its title and controls in the slot. */
export function TopBar({ onSlot }: { onSlot: (element: HTMLElement | null) => void }) {
  const { t } = useTranslation('frame')
  const { mode } = useMe()
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-canvas px-4 max-md:px-3">
      <div ref={onSlot} className="flex min-w-0 flex-1 items-center gap-3" />
      {mode === 'embedded' && (
        <Tooltip content={t('demo')}>
          <span className="max-md:hidden">
            <Badge tone="unknown">{t('demoShort')}</Badge>
          </span>
        </Tooltip>
      )}
      <EngineNotice />
      <LiveIndicator />
      <button
        type="button"
        onClick={openPalette}
        aria-keyshortcuts="Control+K"
        className="flex h-8 items-center gap-2 rounded-control border bg-surface px-2 text-muted text-sm hover:bg-hover max-lg:size-8 max-lg:justify-center max-lg:border-transparent max-lg:bg-transparent max-md:size-11"
      >
        <Search aria-hidden className="size-4" strokeWidth={1.75} />
        <span className="max-lg:sr-only">{t('search')}</span>
        <Kbd className="ml-4 max-lg:hidden">Ctrl K</Kbd>
      </button>
      <MeMenu variant="top-bar" />
      <CommandPalette />
    </header>
  )
}
