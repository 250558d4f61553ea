import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Languages, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../i18n/use-locale.ts'
import { logout, useMe } from '../lib/session.ts'
import { setTheme, themes, usePreferences } from '../stores/preferences.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '../ui/menu.tsx'
import { bottomBarItem } from './bottom-bar-item.ts'
import { changeLocale } from './change-locale.ts'
import { placesOf } from './places.ts'

const themeIcons = { system: Monitor, light: Sun, dark: Moon }
const languages = ['fr', 'en'] as const

/** Who I am, language, theme, sign out. */
export function MeMenu({ variant }: { variant: 'top-bar' | 'bottom-bar' }) {
  const { t } = useTranslation('frame')
  const { user } = useMe()
  const locale = useLocale()
  const theme = usePreferences((preferences) => preferences.theme)
  const client = useQueryClient()
  const signOut = useMutation({
    mutationFn: logout,
    // A new page: nothing that was read stays in memory.
    onSuccess: () => window.location.assign('/login'),
  })
  return (
    <Menu>
      {variant === 'top-bar' ? (
        <MenuTrigger className="flex size-8 items-center justify-center rounded-full max-md:hidden">
          <Avatar name={user.displayName} className="size-7" />
          <span className="sr-only">
            {t('account')} : {user.displayName}
          </span>
        </MenuTrigger>
      ) : (
        <MenuTrigger className={bottomBarItem}>
          <UserRound aria-hidden strokeWidth={1.75} />
          {t('me')}
        </MenuTrigger>
      )}
      <MenuContent isPortalled={false} side={variant === 'top-bar' ? 'bottom' : 'top'} className="w-64">
        <div className="flex flex-col gap-1 px-2 pt-1.5 pb-2">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium">{user.displayName}</span>
            <Badge tone="info">{user.accreditation}</Badge>
          </span>
          <span className="text-muted text-xs">{t(`accreditation.${user.accreditation}`)}</span>
        </div>
        <MenuSeparator />
        <MenuItem asChild>
          <Link to="/profile">
            <UserRound aria-hidden />
            {t('profile')}
          </Link>
        </MenuItem>
        {variant === 'bottom-bar' && <MorePlaces />}
        <MenuSeparator />
        <MenuLabel>{t('language.title')}</MenuLabel>
        <MenuRadioGroup value={locale}>
          {languages.map((language) => (
            <MenuRadioItem key={language} value={language} onSelect={() => changeLocale(language, client)}>
              <Languages aria-hidden />
              {t(`language.${language}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuLabel>{t('theme.title')}</MenuLabel>
        <MenuRadioGroup value={theme}>
          {themes.map((option) => {
            const Icon = themeIcons[option]
            return (
              <MenuRadioItem key={option} value={option} onSelect={() => setTheme(option)}>
                <Icon aria-hidden />
                {t(`theme.${option}`)}
              </MenuRadioItem>
            )
          })}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem
          disabled={signOut.isPending}
          onSelect={(event) => {
            event.preventDefault()
            signOut.mutate()
          }}
        >
          <LogOut aria-hidden />
          {t('logout')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

/** On a phone: the places for which the bar has no room. */
function MorePlaces() {
  const { t } = useTranslation('frame')
  const { user } = useMe()
  return placesOf(user.accreditation)
    .filter(({ isInMenu }) => isInMenu)
    .map((place) => (
      <MenuItem key={place.to} asChild>
        <Link to={place.to}>
          <place.icon aria-hidden />
          {typeof place.name === 'string' ? t(place.name) : place.name.product}
        </Link>
      </MenuItem>
    ))
}
