import type { AppError, ErrorCode, Locale } from '@hub/contracts'
import { knowledgeSentences } from '@hub/knowledge'
import { messagesEn } from './messages-en.ts'
import { messagesFr } from './messages-fr.ts'

export type Params = Record<string, string | number>
export type MessageCatalogue = Record<string, (params: Params) => string>

const catalogues: Record<Locale, MessageCatalogue> = { fr: messagesFr, en: messagesEn }

const fallback: Record<Locale, Record<ErrorCode, string>> = {
  fr: {
    NOT_FOUND: 'Introuvable.',
    FORBIDDEN: 'Vous n’avez pas ce droit.',
    UNAUTHORIZED: 'Connectez-vous pour continuer.',
    CONFLICT: 'L’état a changé entre-temps : rien n’a été fait.',
    VALIDATION: 'La saisie est incorrecte.',
    LIMIT_EXCEEDED: 'Trop de demandes : réessayez dans un instant.',
    UPSTREAM_FAILED: 'Un système extérieur ne répond pas : rien n’a été fait.',
    INTERNAL: 'Erreur interne : rien n’a été confirmé. Signalez l’identifiant de la demande.',
  },
  en: {
    NOT_FOUND: 'Not found.',
    FORBIDDEN: 'You do not have this right.',
    UNAUTHORIZED: 'Sign in to continue.',
    CONFLICT: 'The state has changed meanwhile: nothing was done.',
    VALIDATION: 'The input is wrong.',
    LIMIT_EXCEEDED: 'Too many requests: try again in a moment.',
    UPSTREAM_FAILED: 'An outside system does not answer: nothing was done.',
    INTERNAL: 'Internal error: nothing was confirmed. Report the request id.',
  },
}

/** The sentence of an error for its reader. */
export function errorMessage(error: AppError, locale: Locale): string {
  const { reason = '', params } = error
  const own = catalogues[locale][reason]?.(params) ?? knowledgeSentences[reason]?.(params)[locale]
  return own ?? fallback[locale][error.code]
}
