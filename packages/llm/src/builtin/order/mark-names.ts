import type { Slots } from '../slots/slots.ts'
import { fold, foldToWords } from '../text/fold.ts'

/** The words that stand for what a sentence names. */
export const marks = {
  person: 'qqperson',
  name: 'qqname',
  group: 'qqgroup',
  client: 'qqclient',
  ticket: 'qqticket',
  alert: 'qqalert',
} as const

export type Mark = (typeof marks)[keyof typeof marks]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
const ticketWord =
  '(?:tickets?|tiquets?|tikets?|tikects?|ticekts?|tkts?|incidents?|demandes?|requests?|glpi|inc|dossier)'
const mostClientWords = 6
// A client's name holds none of these: with one of them the phrase is a part of the sentence.
const noName =
  /\b(?:si|if|quand|when|sauf|except|unless|demain|tomorrow|hier|yesterday|pas|not|non|no|apres|after|avant|before|des que|puis|then|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|est|is|sera|will|faut|dit|says)\b/

const never =
  /\b(?:jamais|never|plus tard|later|bientot|soon|peut etre|maybe|perhaps|attends?|wait|annule|cancel|stop|oublie|forget|laisse|mais|but|s il|fait|done|deja|already|apparemment|only|seulement|lui|moi|him|her|me|everyone|everybody|all|tous|toutes|tout|aucune?|none|any|idee|sais|know|celui|celle|meme|same|ce soir|tonight)\b/
const isSaid = (phrase: string) => noName.test(foldToWords(phrase)) || never.test(foldToWords(phrase))
/** A name has capitals or has none: "Jean Dupont bientot" is a name and another word. */
const isName = (phrase: string) =>
  !isSaid(phrase) && new Set(phrase.split(/\s+/).map((word) => /^\p{Lu}/u.test(word))).size === 1

const isClientName = (phrase: string) => phrase.split(/\s+/).length <= mostClientWords && !isSaid(phrase)

function markNumbers(text: string, { ticketIds = [], alertId }: Slots): string {
  const marked = ticketIds.reduce(
    (rest, id) =>
      rest
        .replace(
          new RegExp(
            `${ticketWord}(?:\\s+glpi)?(?:\\s+(?:numero|num|number|no|id))?[\\s:-]*(?:n\\s*[°ºo]?\\.?)?\\s*#?${id}(?!\\d)`,
            'gi',
          ),
          ` ${marks.ticket} `,
        )
        .replace(new RegExp(`(?:\\bn\\s*[°º]\\s*|#)?(?<!\\d)${id}(?!\\d)`, 'gi'), ` ${marks.ticket} `),
    text,
  )
  if (alertId === undefined) return marked
  return marked.replace(new RegExp(`(?:n\\s*[°º]\\s*|#)?(?<!\\d)${alertId}(?!\\d)`, 'gi'), ` ${marks.alert} `)
}

function markWhole(text: string, name: string | undefined, mark: string): string {
  if (name === undefined) return text
  const literal = escaped(fold(name)).replace(/\s+/g, '\\s+')
  return text.replace(new RegExp(`(?<![a-z0-9])${literal}(?![a-z0-9])`, 'g'), ` ${mark} `)
}

/** A sentence, folded, with each thing that its slots name in the place of its words; punctuation stays. */
export function markNames(sentence: string, slots: Slots): string {
  const { login, logins = [], personName, fullName, group, clientPhrase } = slots
  const people = [...new Set([...logins, ...(login ? [login] : [])])].sort((a, b) => b.length - a.length)
  let text = fold(sentence)
  for (const name of people.filter((found) => !isSaid(found))) {
    const literal = escaped(fold(name))
    text = text.replace(
      new RegExp(`(?<![\\w.-])(?:[\\w-]+\\\\)?${literal}(?:@[\\w-]+(?:\\.[\\w-]+)*)?(?![\\w-]|\\.\\w)`, 'g'),
      ` ${marks.person} `,
    )
  }
  if (clientPhrase !== undefined && isClientName(clientPhrase))
    text = markWhole(text, clientPhrase, marks.client)
  for (const name of [fullName, personName])
    if (name !== undefined && isName(name)) text = markWhole(text, name, marks.name)
  if (group !== undefined && !isSaid(group)) text = markWhole(text, group, marks.group)
  return markNumbers(text, slots)
}
