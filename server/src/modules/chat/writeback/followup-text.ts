import type { Locale, Source } from '@hub/contracts'

/** Longest text of a followup, in characters, as its tool takes it. */
const longest = 20_000
const mostSources = 20

export interface FollowupParts {
  content: string
  author: string
  conversation: { id: string; title: string }
  provider: string | null
  model: string | null
  answeredAt: Date
  /** False when the answer was stopped, interrupted or failed. */
  complete: boolean
  sources: Pick<Source, 'n' | 'title'>[]
  locale: Locale
}

/** An answer with where it comes from, as plain text. */
export function followupText(parts: FollowupParts): string {
  const origin = `\n\n--\n${originLines(parts).join('\n')}`
  const room = longest - origin.length
  if (parts.content.length <= room) return parts.content + origin
  const note = parts.locale === 'fr' ? '\n[... réponse raccourcie]' : '\n[... shortened]'
  return parts.content.slice(0, room - note.length).toWellFormed() + note + origin
}

function originLines(parts: FollowupParts): string[] {
  const { author, conversation, provider, model, sources, locale } = parts
  const at = `${parts.answeredAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const engine = [provider, model].filter((name) => name !== null && name !== '').join(' / ')
  const titles = [...new Set(sources.map(({ n, title }) => `[${n}] ${title}`))].slice(0, mostSources)
  const list = titles.join(' ; ')
  if (locale === 'fr')
    return [
      `Réponse de WIBOT (assistant du Hub), ajoutée par ${author}.`,
      `Conversation : « ${conversation.title} » (${conversation.id})`,
      `Moteur : ${engine || 'inconnu'}, le ${at}`,
      ...(parts.complete ? [] : ['La réponse est incomplète.']),
      ...(list ? [`Sources : ${list}`] : []),
    ]
  return [
    `Answer of WIBOT (assistant of the Hub), added by ${author}.`,
    `Conversation: “${conversation.title}” (${conversation.id})`,
    `Engine: ${engine || 'unknown'}, ${at}`,
    ...(parts.complete ? [] : ['The answer is incomplete.']),
    ...(list ? [`Sources: ${list}`] : []),
  ]
}
