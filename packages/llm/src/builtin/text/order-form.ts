import { foldToWords } from './fold.ts'
import type { Concept } from './lexicon.ts'

const fillers =
  /^(?:(?:bonjour|bonsoir|salut|hello|hi|hey|ok|oui|yes|et|and|donc|alors|so|then|puis|ensuite|sinon|maintenant|now|urgent|just|kindly|bien|moi|merci|also|aussi|tu|vous|toi|non|no|re|stp|svp) )+/
const polite =
  /\b(peux tu|tu peux|pouvez vous|vous pouvez|pourrais tu|pourriez vous|tu pourrais|vous pourriez|can you|could you|would you|will you|please|plaese|pls|plz|svp|stp|s il (te|vous) plait|merci (de|d)|il faut|il faudrait|faut|besoin (de|d)|je veux|je voudrais|j aimerais|je souhaite|i need|i want|i would like|i d like|needs? to be|must be|has to be|should be|doit etre|doivent etre|est a|sont a|a (reinit|debloq|deverr|desactiv|reactiv|clotur|ferm|(re)?assign|attribu|ajout|retir)\w*)\b/
const giving = /^(donne|donner|give|mets|applique|apply|attribue)\b/
const reach = 8

/** Whether a clause orders one of the actions: it begins with its words, or asks for it politely. */
export function ordersAny(
  clause: string,
  actions: ReadonlySet<Concept>,
  conceptsOf: (text: string) => ReadonlySet<Concept>,
): boolean {
  const text = foldToWords(clause)
  if (polite.test(text)) return true
  if (actions.has('copyGroups') && giving.test(text)) return true
  const words = text.replace(fillers, '').split(' ')
  const begun = conceptsOf(words.slice(0, reach).join(' '))
  const rest = conceptsOf(words.slice(1, reach + 1).join(' '))
  const first = conceptsOf(words[0] ?? '')
  return [...actions].some((action) => first.has(action) || (begun.has(action) && !rest.has(action)))
}
