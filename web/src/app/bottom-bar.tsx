import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useToDecide } from '../approvals/use-to-decide.ts'
import { useMe } from '../lib/session.ts'
import { cn } from '../ui/class-names.ts'
import { bottomBarItem } from './bottom-bar-item.ts'
import { CountPill } from './count-pill.tsx'
import { MeMenu } from './me-menu.tsx'
import { placesOf } from './places.ts'

/** The places of a phone, in thumb reach. */
export function BottomBar() {
  const { t } = useTranslation('frame')
  const { user } = useMe()
  const places = placesOf(user.accreditation).filter(({ isInMenu }) => !isInMenu)
  const count = useToDecide().length
  return (
    <nav
      aria-label={t('navigation')}
      className="flex shrink-0 border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {places.map((place) => (
        <NavLink
          key={place.to}
          to={place.to}
          end={place.to === '/'}
          className={({ isActive }) => cn(bottomBarItem, isActive && 'font-medium text-accent-ink')}
        >
          <place.icon aria-hidden strokeWidth={1.75} />
          {typeof place.name === 'string' ? t(place.name) : place.name.product}
          {place.hasCount && <CountPill count={count} className="absolute top-1 left-[calc(50%+6px)]" />}
        </NavLink>
      ))}
      <MeMenu variant="bottom-bar" />
    </nav>
  )
}
