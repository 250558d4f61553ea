import type { Locale, LocalizedText } from '@hub/contracts'
import { useTranslation } from 'react-i18next'

/** Language of the screen. */
export function useLocale(): Locale {
  return useTranslation().i18n.language === 'en' ? 'en' : 'fr'
}

/** Picks the sentence of the reader out of a text that exists in every language. */
export function useText(): (text: LocalizedText) => string {
  const locale = useLocale()
  return (text) => text[locale]
}
