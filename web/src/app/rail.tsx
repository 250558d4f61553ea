import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useToDecide } from '../approvals/use-to-decide.ts'
import { useMe } from '../lib/session.ts'
import { useMedia } from '../lib/use-media.ts'
import { toggleRail, usePreferences } from '../stores/preferences.ts'
import { cn } from '../ui/class-names.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { CountPill } from './count-pill.tsx'
import { type Place, placesOf } from './places.ts'

const rowClass =
  'relative flex h-9 items-center gap-3 rounded-control px-2.5 text-muted text-sm transition-colors duration-120 hover:bg-hover hover:text-ink [&_svg]:size-5 [&_svg]:shrink-0'

// By the attribute, for a tooltip can only join class names that are text.
const activeClass =
  'aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-accent-ink'

/** The left rail; folded, as it always is without room, it shows marks, with their words on hover and focus. */
export function Rail() {
  const { t } = useTranslation('frame')
  const { user } = useMe()
  const isChosenOpen = usePreferences((preferences) => preferences.isRailOpen)
  const hasRoom = useMedia('(min-width: 1024px)')
  const isOpen = isChosenOpen && hasRoom
  const FoldIcon = isOpen ? PanelLeftClose : PanelLeftOpen
  const foldLabel = isOpen ? t('foldRail') : t('openRail')
  return (
    <aside
      className={cn(
        'hidden shrink-0 flex-col border-r bg-sunken p-2 transition-[width] duration-160 md:flex',
        isOpen ? 'w-[220px]' : 'w-14',
      )}
    >
      <p className="flex h-8 items-center gap-2.5 px-2 font-semibold">
        <img src="/favicon.svg" alt="" className="size-6" />
        <span className={cn(!isOpen && 'sr-only')}>Hub</span>
      </p>
      <nav aria-label={t('navigation')} className="mt-3 flex flex-1 flex-col gap-0.5">
        {placesOf(user.accreditation).map((place) => (
          <RailLink key={place.to} place={place} isOpen={isOpen} />
        ))}
      </nav>
      {hasRoom && (
        <button type="button" onClick={toggleRail} aria-expanded={isOpen} className={rowClass}>
          <FoldIcon aria-hidden strokeWidth={1.75} />
          <span className={cn('truncate', !isOpen && 'sr-only')}>{foldLabel}</span>
        </button>
      )}
    </aside>
  )
}

function RailLink({ place, isOpen }: { place: Place; isOpen: boolean }) {
  const { t } = useTranslation('frame')
  const count = useToDecide().length
  const label = typeof place.name === 'string' ? t(place.name) : place.name.product
  const link = (
    <NavLink to={place.to} end={place.to === '/'} className={cn(rowClass, activeClass)}>
      <place.icon aria-hidden strokeWidth={1.75} />
      <span className={cn('truncate', !isOpen && 'sr-only')}>{label}</span>
      {place.hasCount && (
        <CountPill count={count} className={isOpen ? 'ml-auto' : 'absolute -top-0.5 -right-0.5'} />
      )}
    </NavLink>
  )
  return isOpen ? link : <Tooltip content={label}>{link}</Tooltip>
}
