import type { LocalizedText } from '@hub/contracts'
import type { DiagSign } from '../verdict/evidence.ts'

/** What each sign of a `#DIAG` answer means, in words. */
export const signTexts: Record<DiagSign, LocalizedText> = {
  no_power: { fr: 'pas de courant sur place', en: 'no power on site' },
  power_ok: { fr: 'le courant est là', en: 'there is power' },
  box_off: { fr: 'la box est éteinte', en: 'the box is off' },
  box_on: { fr: 'la box est allumée', en: 'the box is on' },
  box_red: { fr: 'voyant de ligne rouge ou éteint', en: 'line light red or off' },
  box_restarted: { fr: 'la box a été redémarrée', en: 'the box was restarted' },
  cable_unplugged: { fr: 'un câble était débranché', en: 'a cable was unplugged' },
  others_affected: { fr: 'd’autres autour sont touchés', en: 'others around are affected' },
  only_one: { fr: 'un seul poste est touché', en: 'only one computer is affected' },
  provider_says: { fr: 'l’opérateur annonce une panne', en: 'the provider announces an outage' },
  works_again: { fr: 'cela fonctionne de nouveau', en: 'it works again' },
  still_down: { fr: 'toujours en panne', en: 'still down' },
  work_on_site: { fr: 'travaux sur place', en: 'works on site' },
}
