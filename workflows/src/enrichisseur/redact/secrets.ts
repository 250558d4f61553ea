import { fold } from '../../support/text/fold.ts'
import { marks } from './shapes.ts'
import { isOrdinary, isProper } from './vocabulary.ts'

const cue =
  /\b(?:mots?\s+d[e']?\s*passe|mdps?|mpd|passwords?|passwd|pwd|pswd|passphrase|passcode|pass|credentials?|secret|token|jeton|cl[ée]s?\s+(?:wi-?fi|wpa\d?|wep|d[’']activation|de\s+licence|produit|d[’']acc[èe]s|api|secr[èe]te|de\s+r[ée]cup[ée]ration)|(?:wi-?fi|wpa\d?|api|license|licence|product|recovery)\s+key|code\s*(?:d[’']acc[èe]s|pin|secret|sms|confidentiel|porte|wi-?fi|de\s+(?:d[ée]verrouillage|validation|s[ée]curit[ée]|la\s+porte|carte))?|pin|digicode|visiocode|combinaison)\b/giu
const noSecretCode = /^code\s*$/iu
const errorCode =
  /^\s*(?:d[’']?\s*)?(?:erreur|error|retour|postal|arr[êe]t|barres?|event|source|couleur|stop|[ée]v[ée]nement|http|[:=]?\s*0x)/iu
/** How far from its name a secret is looked for, in characters. */
const reach = 120

/** A token that no word looks like: digits or signs among letters, or capitals inside. */
function isOdd(token: string): boolean {
  const hasLetter = /\p{L}/u.test(token)
  if (/^\d{3,}[#*]?$/.test(token)) return true
  if (hasLetter && /[\d!@#$%^&*?+=_~€£]/.test(token.replace(/[!?]+$/, ''))) return true
  return /\p{Ll}\p{Lu}/u.test(token) && !isOrdinary(token)
}

const told = /^(?:\s*(?:[:=]|->|→)\s*|\s*\(\s*)/u
const follows =
  /^(?:\s+[\p{L}'’]+){0,4}?\s*(?:[:=→]|->|\b(?:est|is|was|[ée]tait|sera|en|to|par|with|avec|[àa])\b)\s*[«"'“`(]*\s*(\S+)/iu
const kept = /^(?:https?|\[)/

/** What looks like a password by itself: a word with digits and a sign, or `Printemps2026`. */
const shape =
  /(?<![\p{L}\d])(?:(?=\S*\p{L})(?=\S*\d)[\p{L}\d.-]*[!#$%^*?~€£@&+=_][\p{L}\d!#$%^*?~€£@&+=_.-]{2,}|[\p{L}\d]{5,}\d[!#$%^*~€£@&]+|\p{Lu}\p{Ll}{3,}\d{2,4}!?)(?![\p{L}\d])/gu

function shaped(text: string) {
  return [...text.matchAll(shape)].flatMap(({ 0: token, index }) => {
    const isProduct = token.length < 6 || (/^[\p{L}\d]+$/u.test(token) && isProper(token.replace(/\d+$/, '')))
    return isProduct ? [] : [{ from: index, to: index + token.length }]
  })
}

/** Passwords, keys and codes of a text, by the words that name them, are left out. @returns how many too */
export function redactSecrets(text: string): { text: string; count: number } {
  const cuts: { from: number; to: number }[] = shaped(text)
  for (const match of text.matchAll(cue)) {
    const at = match.index + match[0].length
    const after = text.slice(at, at + reach)
    const isBareCode = noSecretCode.test(match[0])
    if (isBareCode && errorCode.test(after)) continue
    const end = /[\n]|[.!?](?=\s+\p{Lu})/u.exec(after)?.index ?? after.length
    const near = after.slice(0, end)
    cuts.push(...oddTokens(near, at, isBareCode))
    if (!isBareCode) cuts.push(...named(near, at))
    // What is said just before: "Soleil2026 comme mot de passe".
    const before = text.slice(Math.max(0, match.index - 50), match.index)
    const start = match.index - (/[^\n.]*$/.exec(before)?.[0].length ?? 0)
    if (!isBareCode) cuts.push(...oddTokens(text.slice(start, match.index), start, false))
  }
  return cut(text, cuts)
}

function oddTokens(near: string, at: number, onlyDigits: boolean) {
  return [...near.matchAll(/[^\s«»"“”`,;()]+/gu)].flatMap(({ 0: token, index }) => {
    const isSecret = onlyDigits ? /^[:=]?\d{3,}[#*.:!?]*$/.test(token) : isOdd(token) && !kept.test(token)
    return isSecret ? [{ from: at + index, to: at + index + token.length }] : []
  })
}

/** What stands where the secret is told, even a plain word, unless it says what happened to it. */
function named(near: string, at: number) {
  const direct = told.exec(near)
  if (direct) {
    const from = at + direct[0].length
    const value = /^[«"'“`]?\s*[^\s,;)»"”]+/u.exec(near.slice(direct[0].length))?.[0] ?? ''
    return value === '' || isSaying(value) ? [] : [{ from, to: from + value.length }]
  }
  const found = follows.exec(near)
  const value = found?.[1]
  if (!found || value === undefined || isSaying(value) || kept.test(value)) return []
  const to = at + found.index + found[0].length
  return [{ from: to - value.length, to }]
}

const sayings = new Set(
  'expire expiree expires expired oublie oubliee forgotten perdu perdue lost bloque bloquee blocked locked verrouille change changee changed reset reinitialise reinitialisee refuse refusee refused rejected incorrect incorrecte wrong invalide invalid faux fausse bon bonne valide valid correct toujours encore plus pas jamais deja already still not never no en le la les un une the a an de du des trop too demande asked required obligatoire saisi entre enregistre enregistree saved stored synchronise synchronized identique different connu inconnu known unknown cours attente nouveau nouvelle new temporaire provisoire temporary chaque utilisateur user users cause on sur par by aucun aucune none defaut being compromis compromised faible weak fort strong bien il elle qui that to son sa ses leur his her their notre votre our your mon ma my poste session compte account domaine domain telephone phone jour date'.split(
    ' ',
  ),
)
const isSaying = (value: string) => sayings.has(fold(value).replace(/[^a-z]/g, ''))

function cut(text: string, cuts: { from: number; to: number }[]): { text: string; count: number } {
  const ordered = cuts.toSorted((a, b) => a.from - b.from || b.to - a.to)
  let kept = ''
  let at = 0
  let count = 0
  for (const { from, to } of ordered) {
    if (from < at) continue
    kept += text.slice(at, from) + marks.secret
    // The end of the sentence is none of it.
    at = to - (/[.,;:]+$/.exec(text.slice(from, to))?.[0].length ?? 0)
    count++
  }
  return { text: kept + text.slice(at), count }
}
