import { editDistance, isTypoOf } from '../text/edit-distance.ts'
import { unaccent } from './unaccent.ts'

/** Folded words that begin the name of a client organisation. */
export const orgWords =
  'clinique|clinic|polyclinique|ehpad|cabinet|mairie|pharmacie|pharmacy|hopital|hospital|residence|centre|center|laboratoire|labo|creche|ecole|college|lycee|maison|foyer|institut|association|communaute|notaire|hotel|imagerie|chu|ime|esat|ssr|villa|groupement|polyclinic|dispensaire|had|ssiad|ambulance|optique|garage|menuiserie|transport|kinesitherapie'

export const orgWord = new RegExp(`^(?:${orgWords})s?$`)

const mendable = orgWords.split('|').filter((word) => word.length >= 7)
const soundsRight = new Set(
  'cliniques clinics residences transports hotels centres ambulances collegue collegues colleague colleagues'.split(
    ' ',
  ),
)

function mendWord(word: string): string {
  const plain = unaccent(word)
  if (plain.length < 5 || orgWord.test(plain) || soundsRight.has(plain)) return word
  const isEhpad = [...plain].sort().join('') === 'adehp' || editDistance(plain, 'ehpad') === 1
  if (plain.length <= 6 && plain.startsWith('e') && isEhpad) return 'ehpad'
  return mendable.find((known) => isTypoOf(plain, known)) ?? word
}

/** The sentence with typing slips in words such as "clinique" and "EHPAD" put right. */
export function mendOrgWords(sentence: string): string {
  return sentence.replace(/(?<![\p{L}.@_-])\p{L}{5,}(?![\p{L}.@_-])/gu, mendWord)
}
