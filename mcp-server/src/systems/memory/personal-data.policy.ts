import type { LocalizedText } from '@hub/contracts'

const patterns = {
  mail: /[\w.+-]+@[\w-]+\.[\w.-]+/,
  phone: /(?:\+33|\b0)[\s.-]?[1-9](?:[\s.-]?\d{2}){4}\b/,
  social_security: /\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2])\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b/i,
}
export type PersonalData = keyof typeof patterns

const words: Record<PersonalData, LocalizedText> = {
  mail: { fr: 'une adresse électronique', en: 'a mail address' },
  phone: { fr: 'un numéro de téléphone', en: 'a phone number' },
  social_security: { fr: 'un numéro de sécurité sociale', en: 'a social security number' },
}

/** What looks like data of a person in a text. Names are not recognised. */
export function personalDataIn(text: string): PersonalData[] {
  return (Object.keys(patterns) as PersonalData[]).filter((kind) => patterns[kind].test(text))
}

/** The same as a sentence; undefined when there is none. */
export function personalDataWarning(found: readonly PersonalData[]): LocalizedText | undefined {
  if (found.length === 0) return undefined
  const list = (locale: keyof LocalizedText) => found.map((kind) => words[kind][locale]).join(', ')
  return {
    fr: `Le texte semble contenir des données personnelles : ${list('fr')}.`,
    en: `The text seems to hold personal data: ${list('en')}.`,
  }
}
