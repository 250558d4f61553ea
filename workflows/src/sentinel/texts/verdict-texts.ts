import type { LocalizedText } from '@hub/contracts'
import type { Verdict } from '../verdict/verdict.ts'

/** What each verdict means, in a sentence. */
export const verdictTexts: Record<Verdict, LocalizedText> = {
  FAI: { fr: 'panne chez l’opérateur', en: 'outage at the provider' },
  LOCAL: { fr: 'panne sur le site du client', en: 'fault at the client’s site' },
  WIDIP: {
    fr: 'de notre côté : réseau, supervision ou intervention',
    en: 'on our side: network, monitoring or work',
  },
  INDETERMINE: { fr: 'pas encore déterminé', en: 'not determined yet' },
}
