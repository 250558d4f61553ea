import type { Slots } from '../slots/slots.ts'
import { longestHead } from '../slots/split-body.ts'
import { foldToWords } from '../text/fold.ts'
import { words } from '../text/lexicon/words.ts'
import { markNames, marks } from './mark-names.ts'
import { isPlain, withoutSmiles } from './plain-words.ts'

const allowed = new Set([
  ...Object.values(marks),
  ...words('le la l un une du de d the a of for pour to on sur au c est it s is pardon sorry'),
  ...words('compte account login identifiant user utilisateur ticket n numero number groupe group client'),
  ...words('chez at ad merci thanks svp stp please oui yes ok bonjour et and'),
])
const again =
  /^(?:(?:ok|et|and) )?(?:fais )?(?:pareil|idem|(?:la )?meme chose|(?:do )?(?:the )?same(?: thing)?|refais|recommence|repeat|again)(?: (?:le|la|ca|it))? (?:pour|avec|sur|a|chez|for|with|on|at) /

const isUnclear = (message: string) =>
  message.length > longestHead || message.includes('?') || !isPlain(withoutSmiles(message))
const namesOf = (message: string, slots: Slots) => foldToWords(markNames(withoutSmiles(message), slots))
const isAllowed = (text: string) => text.split(' ').every((word) => allowed.has(word))

/** True when a reply says what `slots` hold and nothing else: "1234", "c'est jean.dupont", "pour la clinique". */
export const isBareReply = (message: string, slots: Slots): boolean =>
  !isUnclear(message) && isAllowed(namesOf(message, slots))

/** True when a message only asks for the same again with other names: "pareil pour marie.martin". */
export function isWholeRepeat(message: string, slots: Slots): boolean {
  const text = namesOf(message, slots)
  return !isUnclear(message) && again.test(text) && isAllowed(text.replace(again, ''))
}
