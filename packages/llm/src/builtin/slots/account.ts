import { findConcepts } from '../text/concepts.ts'
import { orgWord } from './org-words.ts'
import { unaccent } from './unaccent.ts'

export interface AccountMention {
  login?: string
  personName?: string
}

const domainUser = /(?<![\w\\])[a-z][\w-]*\\([a-z][\w.-]*\w)/i
const principal = /([a-z][\w.+-]*)@[a-z0-9][\w.-]*/i
const dotted = /(?<![\w@.\\/-])([a-z][a-z0-9_-]*\.[a-z][a-z0-9_-]*(?:\.[a-z]+)?)(?![\w@/])/gi
const service = /(?<![\w.-])((?:svc|adm|admin|sa)[-_][a-z0-9][\w.-]*\w)/i
const fileOrSite =
  /\.(fr|com|net|org|eu|io|local|lan|pdf|docx?|xlsx?|exe|msi|txt|md|html?|zip|png|jpe?g|ps1|log)$/i

const anchor =
  /\b(?:compte|utilisat(?:eur|rice)|user(?:name)?|account|login|identifiant|session|mots? de passe|mdp|password|pwd|reset|reinit\w*|unlock|unblock|debloqu\w*|deverrouill\w*|qui est|who is)\b/g
const connector =
  /^[\s:="'«-]*(?:(?:de l'|de la|du|de|d'|des|of|for|pour|to|the|le|la|l'|un|une|an?|compte|account|utilisat(?:eur|rice)|user(?:name)?|login|identifiant|session|ad|windows|monsieur|madame|mme|mlle|mrs?|m|dr|docteur|collaborat(?:eur|rice)|agent|collegue|password|mot de passe|mdp|active directory|domaine)(?![\w.-])\.?|[\s:="'«-])/
const possessive =
  /([a-z][\w.-]*(?:\s+[a-z][\w-]+)?)'s\s+(?:ad\s+|windows\s+)?(?:password|account|login|session|mdp)/
const stop = new Set(
  "pour sur dans et ou ticket tickets incident svp stp s'il s please for on in and or at est is are qui who which car chez de du des la le les l l'utilisateur merci thanks suite via avec with to verrouille verrouillee bloque bloquee locked disabled desactive desactivee expire expiree maintenant now again encore urgent urgence aujourd'hui he she it il elle ils n ne pas not a has avait mon ma mes my our notre votre your son sa his her their ce cet cette this that client cliente patient personne quelqu'un someone somebody user windows outlook wifi vpn messagerie office glpi oublie forgotten si if en because oui non yes no tout tous all depuis since doit peut please, qu'un state status etat statut password by par quand when entre vers dans active actif ok bien ai a fait dernier derniere est-il est-ce ouvrir fermee lock blocked expires expiring last change changed date age qu'il old how what nouveau new ad d'un d'une qui's where quel quelle groupe groupes group groups dans l'ad il-est celui them him meme same que vers toujours encore verrouilles locked bloques desactives desactivees disabled".split(
    ' ',
  ),
)

const isWordOfTheTrade = (word: string) => /^[\p{L}]+$/u.test(word) && findConcepts(word).size > 0

function nameAfter(text: string, plain: string, from: number): AccountMention | undefined {
  let at = from
  for (let skipped = connector.exec(plain.slice(at)); skipped; skipped = connector.exec(plain.slice(at))) {
    at += skipped[0].length
  }
  const words: string[] = []
  const word = /^\s*([\p{L}][\p{L}\d._'’-]*)/u
  for (let match = word.exec(text.slice(at)); match && words.length < 3; match = word.exec(text.slice(at))) {
    const bare = (match[1] ?? '').replace(/['’]s?$/, '').replace(/[.-]+$/, '')
    if (
      stop.has(unaccent(bare)) ||
      orgWord.test(unaccent(bare).replace(/^[ld]'/, '')) ||
      isWordOfTheTrade(bare)
    )
      break
    words.push(bare)
    at += match[0].length
    if (bare.length < (match[1] ?? '').length) break
  }
  return asMention(words)
}

function asMention(words: string[]): AccountMention | undefined {
  const [first] = words
  if (first === undefined) return undefined
  if (words.length > 1) return { personName: words.join(' ') }
  return /^\p{Lu}[\p{Ll}-]+/u.test(first) && !/\d/.test(first)
    ? { personName: first }
    : { login: first.toLowerCase() }
}

function literalLogin(text: string): string | undefined {
  const named = domainUser.exec(text)?.[1] ?? principal.exec(text)?.[1] ?? service.exec(text)?.[1]
  const withDot = [...text.matchAll(dotted)]
    .map((match) => match[1] ?? '')
    .find((found) => !fileOrSite.test(found))
  return (named ?? withDot)?.replace(/[.-]+$/, '').toLowerCase()
}

/** The account or the person named after a word such as "account" or "password of"; a bare lower-case word is a login, a capitalised one a name. */
export function findAccount(sentence: string): AccountMention {
  const text = sentence.normalize('NFC')
  const login = literalLogin(text)
  if (login !== undefined) return { login }
  const plain = unaccent(text)
  const owner = possessive.exec(plain)
  const owned = owner && nameAfter(text, plain, owner.index)
  if (owned) return owned
  for (const match of plain.matchAll(anchor)) {
    const mention = nameAfter(text, plain, match.index + match[0].length)
    if (mention) return mention
  }
  return {}
}

/** Every literal account name of a sentence ("a.b", "svc-backup", user@domain), in order, each once. */
export function findLogins(sentence: string): string[] {
  const text = sentence.normalize('NFC')
  const found = [domainUser, principal, service, dotted].flatMap((pattern) => [
    ...text.matchAll(new RegExp(pattern.source, 'gi')),
  ])
  const inOrder = found
    .sort((a, b) => a.index - b.index)
    .map((match) => (match[1] ?? '').replace(/[.-]+$/, '').toLowerCase())
  return [...new Set(inOrder)].filter((login) => login !== '' && !fileOrSite.test(login))
}
