import type { Locale } from '@hub/contracts'
import type { Request } from 'express'

/** Language of an answer: the one of the user, else what the client prefers, else French. */
export function localeOf(req: Request): Locale {
  if (req.session) return req.session.user.locale
  return req.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr'
}
