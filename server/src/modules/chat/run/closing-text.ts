import type { ChatMode, Locale } from '@hub/contracts'
import type { FinishReason } from '../end-answer.ts'
import type { ToolJournal } from './tool-journal.ts'

export interface Ending {
  reason: FinishReason
  mode: ChatMode
  locale: Locale
  hasText: boolean
  journal: ToolJournal
  maxRounds: number
  /** Time limit of the mode. */
  seconds: number
}

const modeNames: Record<ChatMode, Record<Locale, string>> = {
  flash: { fr: 'Flash', en: 'Flash' },
  code: { fr: 'Code', en: 'Code' },
  redaction: { fr: 'Rédaction', en: 'Writing' },
  assistant: { fr: 'Assistant', en: 'Assistant' },
}

const colon: Record<Locale, string> = { fr: ' : ', en: ': ' }

const words = {
  fr: {
    found: 'Ce que les outils ont trouvé :',
    nothing: 'Le modèle n’a rien répondu. Reformulez la question, ou réessayez.',
    noWords: 'Le modèle n’a rien écrit.',
    time: (mode: string, seconds: number) =>
      `Limite de temps du mode ${mode} atteinte (${seconds} s) : la réponse est incomplète.`,
    rounds: (count: number) =>
      `Limite d’appels d’outils atteinte (${count} tours, ou le même appel répété) : d’autres vérifications manquent peut-être.`,
    tokens: 'Votre quota du mois est épuisé : la réponse est incomplète.',
    length: 'Longueur maximale atteinte : la réponse s’arrête ici. Demandez la suite pour continuer.',
    unanswered: (names: string) => `Sans réponse à temps : ${names}.`,
  },
  en: {
    found: 'What the tools found:',
    nothing: 'The model answered nothing. Put the question differently, or try again.',
    noWords: 'The model wrote nothing.',
    time: (mode: string, seconds: number) =>
      `Time limit of the ${mode} mode reached (${seconds} s): the answer is incomplete.`,
    rounds: (count: number) =>
      `Limit of tool calls reached (${count} rounds, or the same call repeated): other checks may be missing.`,
    tokens: 'Your quota of the month is spent: the answer is incomplete.',
    length: 'Maximum length reached: the answer stops here. Ask for the rest to go on.',
    unanswered: (names: string) => `No answer in time: ${names}.`,
  },
}

/** What the Hub adds to an answer that a limit cut, or that would be empty; an empty text when it is whole. */
export function closingText(ending: Ending): string {
  const { reason, locale, hasText, journal } = ending
  if (reason === 'stopped' || reason === 'interrupted') return ''
  const found = hasText ? [] : findings(journal, locale)
  if (reason === 'error') return found.join('\n')
  const limit = limitSentence(ending)
  const isSilent = !hasText && limit === ''
  const lead = isSilent ? words[locale][found.length > 0 ? 'noWords' : 'nothing'] : ''
  const parts = [lead, found.join('\n'), limit].filter((part) => part !== '')
  const text = parts.join('\n\n')
  return hasText && text !== '' ? `\n\n${text}` : text
}

function findings(journal: ToolJournal, locale: Locale): string[] {
  const lines = journal
    .findings()
    .map(({ label, summary }) => `- ${label[locale]}${colon[locale]}${summary[locale]}`)
  return lines.length > 0 ? [words[locale].found, '', ...lines] : []
}

function limitSentence({ reason, mode, locale, journal, maxRounds, seconds }: Ending): string {
  const say = words[locale]
  const running = journal.running().map((label) => label[locale])
  const unanswered = running.length > 0 ? ` ${say.unanswered(running.join(', '))}` : ''
  switch (reason) {
    case 'time_limit':
      return say.time(modeNames[mode][locale], seconds) + unanswered
    case 'round_limit':
      return say.rounds(maxRounds) + unanswered
    case 'token_limit':
      return say.tokens + unanswered
    case 'length':
      return say.length
    default:
      return ''
  }
}
