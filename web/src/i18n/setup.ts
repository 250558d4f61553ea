import type { Locale } from '@hub/contracts'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { usePreferences } from '../stores/preferences.ts'
import { elided } from './elided.ts'
import type { Messages } from './messages.ts'

const catalogues: Record<Locale, () => Promise<Messages>> = {
  fr: async () => (await import('./fr.ts')).fr,
  en: async () => (await import('./en.ts')).en,
}

async function loadMessages(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'ui')) return
  for (const [namespace, messages] of Object.entries(await catalogues[locale]())) {
    i18next.addResourceBundle(locale, namespace, messages)
  }
}

/** Starts the translations in the language that `public/theme.js` chose for the page. */
export async function startI18n(): Promise<void> {
  const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'fr'
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    defaultNS: 'ui',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  i18next.services.formatter?.add('de', elided)
  await loadMessages(locale)
}

/** Changes the language of the screen at once and remembers it in this browser. */
export async function setLocale(locale: Locale): Promise<void> {
  await loadMessages(locale)
  usePreferences.setState({ locale })
  document.documentElement.lang = locale
  await i18next.changeLanguage(locale)
}
