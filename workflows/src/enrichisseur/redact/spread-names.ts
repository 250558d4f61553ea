import { fold } from '../../support/text/fold.ts'
import { namesThatAreWords } from './first-names.ts'
import { isOrdinary, isProper, mayBegin } from './vocabulary.ts'

export interface Word {
  text: string
  from: number
  to: number
  /** First word of a sentence, line or list entry. */
  begins: boolean
}
export type Verdict = 'keep' | 'name' | 'unknown'

interface Read {
  words: readonly Word[]
  text: string
  isShouted: boolean
}

/** Forms of address. */
export const title =
  /^(?:m|mm|mr|mrs|ms|miss|mme|mlle|mmes|madame|monsieur|mademoiselle|dr|docteur|doctor|pr|professeur|maitre|me|sir|soeur|pere)$/
/** After these somebody is named, even in small letters. */
const cue =
  /^(?:prenom|nom|nomme|nommee|appelle|appele|appelee|signe|collegue|colleague|utilisateur|utilisatrice|user|interlocuteur|interlocutrice|chez|demandeur|demandeuse|beneficiaire|cordialement|regards|salutations|cdt|bonjour|hello|hi|dear|hey|bonsoir|salut|login|identifiant|username)$/
const particle = /^(?:de|du|des|la|le|van|von|der|den|ben|bin|el|al|da|dos|di|mac|mc|o|d|l|st|saint|sainte)$/
/** A word that follows these directly is a login, unless it says of what kind the account is or what became of it. */
const account = /^(?:compte|login|identifiant|utilisateur|utilisatrice|username|user|account|uid)$/
const ofAccount = new Set(
  'ad admin administrateur administrator windows local locale de du des d est et n a au aux un une le la les l est-il qui que en ne est-ce is are was has had with without cannot can not does did will on in for to from and or of s microsoft office exchange google invite guest service services utilisateur user bloque verrouille desactive expire supprime cree recree orphelin machine partage generique existant inconnu teams vpn messagerie mail bloquee locked disabled expired deleted created blocked profile name names names account accounts policy rights settings session sessions signale indique ouvre voit dit says sees reports gets opens found active inactif par pour sur dans avec sans apres depuis plus pas deja encore toujours'.split(
    ' ',
  ),
)
/** Parts of the year are first or last names as well, beside a name. */
const alsoNames = /^(?:mai|mars|may|june|april|avril|august|janvier|noel|paques)$/
const capital = /^\p{Lu}/u
const small = /^\p{Ll}/u

/** What stands beside a name or after a title is a name as well, unless it is an ordinary word in small letters. */
export function spreadNames(read: Read, verdicts: Verdict[]): void {
  for (let index = 0; index < read.words.length - 1; index++) spreadForward(read, verdicts, index)
  for (let index = read.words.length - 2; index >= 0; index--) spreadBack(read, verdicts, index)
}

function spreadForward({ words, text }: Read, verdicts: Verdict[], index: number): void {
  const [word, next] = [words[index], words[index + 1]]
  if (!word || !next) return
  const folded = fold(word.text)
  const between = text.slice(word.to, next.from)
  if (
    /^\s*[:=]?\s*$/.test(between) &&
    account.test(folded) &&
    small.test(next.text) &&
    !isOfAccount(next.text)
  )
    verdicts[index + 1] = 'name'
  const titled = title.test(folded) && /^(?:\.? *|\.? *\n?)$/.test(between) && between !== ''
  const named = verdicts[index] === 'name'
  // « J. Dupont » goes on after a full stop, « vu avec Jean. Canal saturé » does not.
  const isNext = /^(?:[ \t]+|['’-])$/u.test(between) || (word.text.length === 1 && /^\. ?$/.test(between))
  if (!isNext && !titled) return
  const follows = capital.test(next.text) && (named || (cue.test(folded) && !isProper(next.text)))
  if (titled || follows) hideFrom(words, verdicts, index + 1)
  else if (named && namesThatAreWords.has(fold(next.text))) verdicts[index + 1] = 'name'
  else if (verdicts[index] !== 'keep' && small.test(word.text)) hideAfterParticle(words, verdicts, index + 1)
}

function spreadBack({ words, text, isShouted }: Read, verdicts: Verdict[], index: number): void {
  const [word, next] = [words[index], words[index + 1]]
  if (!word || !next || verdicts[index + 1] !== 'name') return
  const between = text.slice(word.to, next.from)
  const isInitial =
    /^\p{Lu}$/u.test(word.text) && !title.test(fold(word.text)) && /^(?:\.? ?|['’])$/u.test(between)
  const isName =
    capital.test(word.text) && !word.begins && !isProper(word.text) && !title.test(fold(word.text))
  const isLoud = isShouted && mayBegin(word.text)
  if (isInitial || (/^[ \t]+$/.test(between) && isName && !isLoud)) verdicts[index] = 'name'
}

const isOfAccount = (word: string) => ofAccount.has(fold(word)) || /é(?:e?s?)$/u.test(word)

/** « anne-sophie de la tour »: in small letters an ordinary word is part of a name after its particles. */
function hideAfterParticle(words: readonly Word[], verdicts: Verdict[], from: number): void {
  const isParticle = ({ text, begins }: Word) => small.test(text) && !begins && particle.test(fold(text))
  const at = words.findIndex((word, index) => index >= from && !isParticle(word))
  if (at > from && at - from <= 2 && words[at] && !words[at].begins) verdicts[at] = 'name'
}

/** Hides a word as a name, with the particles before it. */
function hideFrom(words: readonly Word[], verdicts: Verdict[], from: number): void {
  for (let index = from; index < Math.min(from + 3, words.length); index++) {
    const word = words[index]
    if (!word || word.text.startsWith('[')) return
    if (particle.test(fold(word.text))) continue
    if (isProper(word.text) && word.text !== word.text.toUpperCase() && !alsoNames.test(fold(word.text)))
      return
    if (index > from && !capital.test(word.text) && isOrdinary(word.text)) return
    if (
      !capital.test(word.text) &&
      index === from &&
      isOrdinary(word.text) &&
      !namesThatAreWords.has(fold(word.text))
    )
      return
    verdicts[index] = 'name'
    return
  }
}
