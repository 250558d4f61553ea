import type { Locale } from '@hub/contracts'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

interface Preferences {
  theme: Theme
  /** Undefined until a person chooses: the browser decides. */
  locale: Locale | undefined
  isRailOpen: boolean
}

/** What this browser remembers of its reader. `public/theme.js` reads the same key before the first paint. */
export const usePreferences = create<Preferences>()(
  persist((): Preferences => ({ theme: 'system', locale: undefined, isRailOpen: true }), {
    name: 'hub.preferences',
  }),
)

function applyTheme() {
  const { theme } = usePreferences.getState()
  const isDark = theme === 'dark' || (theme === 'system' && darkMedia().matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

const darkMedia = () => window.matchMedia('(prefers-color-scheme: dark)')

/** Follows the choice of the reader and, under "system", the one of the machine. */
export function watchTheme(): void {
  darkMedia().addEventListener('change', applyTheme)
  usePreferences.subscribe(applyTheme)
}

/** Changes the theme at once and remembers it. */
export function setTheme(theme: Theme): void {
  usePreferences.setState({ theme })
}

/** Opens or folds the rail and remembers it. */
export function toggleRail(): void {
  usePreferences.setState((state) => ({ isRailOpen: !state.isRailOpen }))
}
