// Sets the theme and the language before the first paint; src/stores/preferences.ts takes over afterwards.
;(() => {
  const root = document.documentElement
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)').matches
  let stored = {}
  try {
    stored = JSON.parse(window.localStorage.getItem('hub.preferences') ?? '{}').state ?? {}
  } catch (error) {
    console.warn('Stored preferences are unreadable; the defaults apply.', error)
  }
  const isDark = stored.theme === 'dark' || (stored.theme !== 'light' && prefersDark)
  root.dataset.theme = isDark ? 'dark' : 'light'
  const browser = window.navigator.language.startsWith('en') ? 'en' : 'fr'
  root.lang = stored.locale === 'en' || stored.locale === 'fr' ? stored.locale : browser
})()
