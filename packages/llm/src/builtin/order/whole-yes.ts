import { fold, foldToWords } from '../text/fold.ts'
import { isPlain, withoutSmiles } from './plain-words.ts'

const yes =
  /^(?:oui|yes|ouais|yep|ok|d accord|daccord|confirme|je confirme|confirm|confirmed|exact|exactement|exactly|c est (?:ca|bon|lui|elle)|that s (?:him|her|it|right))(?: (?:oui|yes|ok|vas y|allez y|go ahead|do it|fais le|merci|thanks|thank you|please|svp|stp|s il te plait|s il vous plait|c est (?:ca|bon|lui|elle)|exactement|tout de suite|now|maintenant))*$/
const back =
  /(?:^|[\s,.;:!-])(?:en fait,? non|non,? attends?|no,? wait|laisse tomber|laissez tomber|forget it|never ?mind|oublie (?:ca|tout)|annule(?: tout)?|finalement non|ou plutot non|scratch that|cancel that)[\s.!,]*$/
const hesitant =
  /^(?:attends?|attendez|une (?:seconde|minute)|wait|hold on|hang on|je (?:ne )?sais pas(?: encore)?|i don t know(?: yet)?|(?:pas|not) (?:maintenant|tout de suite|encore|now|yet)|plus tard|later|oublie|oubliez|forget|je (?:n en |ne |n )?(?:veux|souhaite) (?:plus|pas)|(?:ok|oui|yes|ouais) (?:mais|but) .*)$/

/** True when a message is a yes and nothing else; a yes with a condition, a delay or a question is none. */
export function isWholeYes(message: string): boolean {
  const said = withoutSmiles(message)
  return !said.includes('?') && isPlain(said) && yes.test(foldToWords(said))
}

/** True when a text ends by taking itself back, or only puts off. */
export const takesBack = (text: string): boolean => back.test(fold(text)) || hesitant.test(foldToWords(text))
