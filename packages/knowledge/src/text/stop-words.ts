import { editDistance } from './edit-distance.ts'

const french = `
a afin ai ainsi alors apres as assez au aucun aucune aujourd aussi autre autres aux avait avant avec avez avoir avons
bien bonjour bonsoir c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment contre d
dans de deja depuis des deux devra doit dois donc dont du elle elles en encore entre es est et etaient etait etant etc
ete etes etre eu eux fait faire fait-il faites faut font hui ici il ils j je jusqu jusque l la le les leur leurs lors
lorsque lui m ma mais me meme memes merci mes moi moins mon n ne ni non nos notre nous on ont ou oui par parce pas
pendant peu peut peux plus plusieurs pour pourquoi pourrait pouvez puis puisque qu quand que quel quelle quelles quels
qui quoi s sa sans savoir se sera serait ses si sinon soit son sont sous suis sur svp t ta te tes toi ton toujours tous
tout toute toutes tres tu un une va vers veux vos votre vous voudrais y`
const english = `
about all an and any are at be been but by can could did do does for from had has have how i if in into is it its just
me my of off on or our please should so some than that the their them then there these they this to up was we were what
when where which who why will with would you your hello hi`

const frenchWords = new Set(french.trim().split(/\s+/))
const englishWords = new Set(english.trim().split(/\s+/))
const slipLength = 5
const long = [...frenchWords, ...englishWords].filter((word) => word.length >= slipLength)

/** True for a folded word of French that says nothing of the subject. */
export function isFrenchStopWord(word: string): boolean {
  return frenchWords.has(word)
}

/** True for a word of English that says nothing of the subject. */
export function isEnglishStopWord(word: string): boolean {
  return englishWords.has(word)
}

/** True for a folded word that says nothing of the subject, in French or English. */
export function isStopWord(word: string): boolean {
  return frenchWords.has(word) || englishWords.has(word)
}

/** True for a folded word that is likely one of them with a typing slip. */
export function isNearStopWord(word: string): boolean {
  return long.some((stop) => editDistance(word, stop, 1) <= 1)
}
