import type { Slots } from '../slots/slots.ts'
import { longestHead, splitBody } from '../slots/split-body.ts'
import { isTypoOf } from '../text/edit-distance.ts'
import { fold, foldToWords } from '../text/fold.ts'
import { everydayWords } from '../text/lexicon/everyday.ts'
import { words } from '../text/lexicon/words.ts'
import { markNames, marks } from './mark-names.ts'
import { type OrderParts, orderParts } from './parts.ts'
import { isPlain, withoutSmiles } from './plain-words.ts'
import { takesBack } from './whole-yes.ts'

const small = new Set(
  words(
    'le la l les un une du de d des the a an of for pour to on onto sur au aux in into dans it him her lui y et and',
  ),
)
const courtesy =
  /(?<= |^)(?:svp|stp|pls|plz|please|plaese|s il (?:te|vous) plait|merci(?: d avance| beaucoup| bien)?(?! d)|thanks?|thank you|tout de suite|maintenant|now|immediatement|right away|asap|urgent|en urgence|rapidement|vite|cordialement|bien cordialement|bonne journee|(?:kind |best )?regards)(?= |$)/g
const greeting = /^(?:(?:bonjour|bonsoir|salut|hello|hi|hey|ok|oui|yes|et|and|donc|alors|so|kindly) )+/
const asking =
  /^(?:peux tu|tu peux|pouvez vous|vous pouvez|pourrais tu|pourriez vous|tu pourrais|vous pourriez|can you|could you|would you|will you) /
const wishing =
  /^(?:merci d(?:e)?|il faut|il faudrait|faut|je veux|je voudrais|j aimerais|je souhaite|i need you to|i want you to|i need to|i want to|i would like (?:you )?to|i d like (?:you )?to|on peut(?=.* polite$)) /
const object = /^(?:me |nous |juste |just |also |aussi )?(?:(?:le|la|l|les|lui|y) )?/
const day = '(?: (?:hier|aujourd hui|ce matin|cette nuit|ce soir|yesterday|this morning|today))?'
const state =
  '(?:bloquee?|verrouillee?|re ?bloquee?|locked(?: out)?|blocked|partie?|gone|leaving|desactivee?|disabled)'
const situation = new RegExp(
  `^(?:(?:le |the )?(?:compte|account|session) (?:de |d |of )?)?${marks.person}(?: s account)? (?:est|is|a ete|was|has been|s est) (?:encore |toujours |again |still )?${state}(?: again| encore)?${day}$`,
)
const mistake = new RegExp(
  `^${marks.person} (?:s est trompee? (?:\\d+ fois )?(?:de |d )?|(?:a oublie|a perdu|forgot|has forgotten|lost) (?:son |le |his |her )?)(?:mdp|mot de passe|password)${day}$`,
)
const leaving =
  /^(?:il|elle|he|she) (?:quitte|a quitte|est partie?|part|left|has left|is leaving)(?: (?:l|la|le|the) (?:etablissement|entreprise|societe|clinique|company))?$/
const conjugated = /(?:ed|ee?s?|ing|ait|ant|ai|as?|ons|ont|ent|te|able|tion|ment|age|s)$/
const mostWords = 24
// Words that are no slip of a part although they look like one.
const lookalikes = new Set(words('compta comptable comptes accent window cession sessions groupes domaine'))
const strayTitle = new RegExp(
  `\\b(?:mr|mme|mlle|monsieur|madame|dr|docteur)\\b(?! (?:${marks.person}|${marks.name}))`,
)
const quotes = /["«»“”]|(?:^|\s)(?:>|'(?!s\b))/
const dative = /^(\S+) moi (?=(?:le|la|les|l|un|une|ce|du|de|qqperson|qqname|qqticket)(?: |$))/
const todo = /^(.*?) ?qqtodo (\S+)/

const isSlipOf = (word: string, known: readonly string[]) =>
  word.length > 3 && !everydayWords.has(word) && known.some((expected) => isTypoOf(word, expected))

/** An imperative ends in "e" as its slips do: only other endings tell a form that is no order. */
const isVerb = (word: string, verbs: readonly string[]) =>
  verbs.includes(word) ||
  ((!conjugated.test(word) || /[^e]e$/.test(word)) &&
    !/(?:able|age)$/.test(word) &&
    isSlipOf(
      word,
      verbs.filter((verb) => verb.endsWith('te') || !word.endsWith('te')),
    ))

/** Participles lose nothing but their accent when folded: "debloque" must not become an order. */
const withoutParticiples = (sentence: string, { verbs }: OrderParts) =>
  sentence
    .normalize('NFC')
    .replace(/\p{L}+é(?:e|s|es)?(?!\p{L})/giu, (word) =>
      !/^crée$/i.test(word) && (verbs.includes(fold(word)) || isSlipOf(fold(word), verbs))
        ? ' qqdone '
        : word,
    )
    .replace(/(?<!\p{L})à\s+(\p{L}+(?:er|ir|re))(?!\p{L})/giu, ' qqtodo $1 ')

/** The clauses that may make an order, as words; a person's state before it and a leaving after it say why. */
function clausesOf(marked: string): string[] {
  return marked
    .split(/[,;:.!?\n()«»"]+/)
    .map((clause) => foldToWords(clause).replace(courtesy, ' ').replace(/\s+/g, ' ').trim())
    .filter((clause) => clause !== '')
    .filter((clause) => !situation.test(clause) && !mistake.test(clause) && !leaving.test(clause))
}

function isMadeOf(text: string, parts: OrderParts): boolean {
  const [verb = '', ...rest] = text.split(' ')
  const people = rest.filter((word) => word === marks.person || word === marks.name).length
  const names: readonly string[] = parts.names
  const isPart = (word: string) =>
    small.has(word) ||
    names.includes(word) ||
    parts.nouns.includes(word) ||
    (!lookalikes.has(word) && isSlipOf(word, parts.nouns))
  const isCount = rest.filter((word) => word === marks.ticket).length <= 1
  return (
    isVerb(verb, parts.verbs) &&
    parts.never?.test(text) !== true &&
    !strayTitle.test(text) &&
    rest.length <= mostWords &&
    isCount &&
    people <= Math.max(parts.mostPeople, 1) + (rest.includes(marks.name) ? 1 : 0) &&
    rest.filter((word) => word === 'et' || word === 'and').length <= Math.max(people - 1, 0) &&
    rest.every(isPart)
  )
}

/** A quotation is somebody's words, unless it only puts a name between its marks. */
const unquoted = (marked: string) => marked.replace(/["«“]((?:\s*qq[a-z]+)+\s*)["»”]/g, '$1')

const inOrder = (text: string) =>
  text
    .replace(/\bmots? d[eu] p\w{1,4}\b/g, 'mdp')
    .replace(/\bactive directory\b/g, 'ad')
    .replace(todo, '$2 $1')
    .replace(/\s+/g, ' ')
    .trim()

/** An order that is about no person names none: what looks like an account is another word. */
function namedIn({ names }: OrderParts, slots: Slots): Slots {
  if (names.includes(marks.person)) return slots
  const { login: _login, logins: _logins, personName: _personName, fullName: _fullName, ...things } = slots
  return things
}

/** A bare word is an account unless an article makes it a thing: "la porte". */
const isGuess = ({ login, logins }: Slots) => logins === undefined && /^[a-z']+$/.test(login ?? '')
const thing = new RegExp(`^\\S+ (?:le |la |les |l |un |une |the |an? |son |sa |his |her )${marks.person}`)

/** Two people named in two ways: which of them is meant has to be asked. */
export function namesTwo(intentId: string, { login, fullName }: Slots): boolean {
  if (login === undefined || fullName === undefined || intentId === 'account-create') return false
  const account = foldToWords(login).replaceAll(' ', '')
  return !foldToWords(fullName)
    .split(' ')
    .slice(1)
    .every((part) => account.includes(part))
}

/**
 * True when a message is an order to do `intentId` and nothing else: a greeting, a polite request, an imperative or
 * infinitive first, then only names and the words that belong to it. Every other message is to be asked about.
 */
export function isWholeOrder(
  sentence: string,
  { intentId, slots }: { intentId: string; slots: Slots },
): boolean {
  const parts = orderParts[intentId]
  if (parts === undefined) return false
  const { head, body } = splitBody(sentence)
  if (head.length > longestHead) return false
  if (body !== undefined && (parts.takesText !== true || takesBack(body))) return false
  if (namesTwo(intentId, slots)) return false
  const marked = unquoted(markNames(withoutParticiples(withoutSmiles(head), parts), namedIn(parts, slots)))
  if (!isPlain(marked) || quotes.test(marked)) return false
  const text = clausesOf(marked).join(' ').replace(greeting, '')
  const isPolite = foldToWords(head).search(courtesy) >= 0
  const request = `${text}${isPolite ? ' polite' : ''}`
  const isAsked = asking.test(request)
  if (head.includes('?') && !isAsked) return false
  const wished = request.replace(asking, '').replace(wishing, '')
  const order = inOrder(wished.replace(/ polite$/, '')).replace(dative, '$1 ')
  if (isGuess(slots) && thing.test(order)) return false
  return isMadeOf(wished === request ? order : order.replace(object, ''), parts)
}
