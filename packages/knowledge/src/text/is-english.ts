import { isEnglishStopWord, isFrenchStopWord } from './stop-words.ts'
import { allWords } from './words.ts'

/** True for a text with more small words of English than of French. */
export function isEnglish(text: string): boolean {
  const words = allWords(text).map(({ folded }) => folded)
  return words.filter(isEnglishStopWord).length > words.filter(isFrenchStopWord).length
}
