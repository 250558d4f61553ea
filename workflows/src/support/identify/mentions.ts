import { correctWords } from '../text/correct-words.ts'
import { fold } from '../text/fold.ts'
import type { TicketText } from '../text/read-ticket-text.ts'
import { nameTokens, textHoldsName } from './person-names.ts'

/** What is read of a directory account to recognise a person. */
export interface Candidate {
  login: string
  displayName: string
  mail: string | null
}

export type MentionKind = 'login' | 'mail' | 'name'
export interface Mention {
  login: string
  by: MentionKind
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const cue = "(?:login|identifiant|compte|utilisateur|user(?:name)?|account|session|c'est|\\()\\s*:?\\s*"

/** A login that is a plain word of somebody's name ("martin") counts only after a word such as "login". */
function holdsLogin(folded: string, login: string, nameWords: ReadonlySet<string>): boolean {
  const word = fold(login)
  const isPlainWord = /^[a-z]+$/.test(word) && (nameWords.has(word) || word.length < 4)
  const before = isPlainWord ? cue : '(?<![\\w.@-])'
  return new RegExp(`${before}${escaped(word)}(?![\\w@-]|\\.\\w)`).test(folded)
}

/** The directory accounts that a text names by exact login, mail or full name. */
export function findMentions(text: string, candidates: readonly Candidate[]): Mention[] {
  const folded = fold(text)
  const tokens = nameTokens(text)
  const nameWords = new Set(candidates.flatMap(({ displayName }) => nameTokens(displayName)))
  return candidates.flatMap(({ login, mail, displayName }): Mention[] => {
    if (mail !== null && new RegExp(`(?<![\\w.+-])${escaped(fold(mail))}(?![\\w-]|\\.\\w)`).test(folded))
      return [{ login, by: 'mail' }]
    if (holdsLogin(folded, login, nameWords)) return [{ login, by: 'login' }]
    return textHoldsName(tokens, displayName) ? [{ login, by: 'name' }] : []
  })
}

const thing =
  '(?:mots? de passe|password|compte|session|acces|account|login|nouveau mot de passe|new password)'
const personNoun =
  '(?:collegues?|stagiaires?|remplacant(?:e|s|es)?|intern[es]*|interimaires?|apprentie?|alternante?|vacataires?|nouvel(?:le)? \\w+|nouveaux? collegue|directeur|directrice|(?:le|monsieur le|du) maire|patron|chef|boss|colleagues?|(?:new )?starters?|trainees?|interns?|temps?|coworkers?|drivers?|employee?s?|surveillante|infirmiere|medecin|doctor|nurse|assistante?|mari|femme|husband|wife)'
const thirdPerson: readonly RegExp[] = [
  new RegExp(`\\b(?:son|sa|ses|leurs?|his|her|their)\\b (?:nouveau |new |windows )?${thing}`),
  new RegExp(
    `${thing}s? (?:\\w+ )?(?:de l'|de la |de |d'|du |des |of |for |pour )(?:l'|la |le |les |notre |ma |mon |mes |une? |our |my |the |a )*${personNoun}`,
  ),
  /\b(?:lui|leur) en (?:re)?\w+|\bfor (?:him|her|them)\b|\b(?:reset|unlock|reinitialiser|debloquer) (?:him|her|them)\b|\b(?:he|she)(?:'s| is| has| was| can't| doesn't)\b/,
  new RegExp(`\\b(?:le|la|un|une|notre|mon|ma|l'|our|my|the|a|deux|trois|d'une)\\s?${personNoun}\\b`),
]
const own =
  /\b(?:mon|ma|my)\b (?:\w+ ){0,2}?(?:mots? de passe|password|pass|compte|session|acces|account|login|utilisateur|user|ordinateur|poste|username|identifiant|windows)/

/** "mot de passe de M. Girard", "Sanjay's account", where the one named is not the requester. */
const namedOwner =
  /(?:[Mm]ots? de passe|MDP|[Mm]dp|[Cc]omptes?|[Ss]ession|[Aa]cc[e\u00e8]s|[Pp]assword|[Aa]ccount)\s+(?:de|d['\u2019]|du|of|for|pour)\s*(?:M\.|Mme|Mr\.?|Mrs\.?|Dr\.?|Monsieur|Madame|monsieur|madame)?\s*(\p{Lu}[\p{L}-]+)|\b(\p{Lu}\p{Ll}+)['\u2019]s\s+(?:\p{L}+\s){0,2}(?:password|account|login|laptop)/gu

const notNames = new Set(
  'windows ad active office outlook session ordinateur pc poste mr mme monsieur madame merci bonjour wifi the my'.split(
    ' ',
  ),
)

/** Whether a ticket speaks of an account that is not the requester's without naming a directory account. */
export function speaksOfOther({ title, said }: TicketText, requesterName: string): boolean {
  const whole = `${title}\n${said}`
  const mine = new Set(nameTokens(requesterName))
  const owners = Array.from(whole.matchAll(namedOwner), ([, a, b]) => fold(a ?? b ?? ''))
  if (owners.some((word) => !notNames.has(word) && !nameTokens(word).every((token) => mine.has(token))))
    return true
  const folded = correctWords(fold(whole)).replace(/\s+/g, ' ')
  const [first, second, third, noun] = thirdPerson.map((pattern) => pattern.test(folded))
  if (first || second || third) return true
  return noun === true && !own.test(folded)
}
