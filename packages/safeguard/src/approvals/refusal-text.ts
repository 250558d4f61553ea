import type { LocalizedText } from '@hub/contracts'

type Refusal = { reason: string | undefined; params: Record<string, string | number> }

const texts: Record<string, (params: Refusal['params']) => LocalizedText> = {
  'approval.person': () => ({
    fr: 'Seule une personne peut décider.',
    en: 'Only a person can decide.',
  }),
  'approval.self': () => ({
    fr: 'Vous avez fait cette demande : une autre personne doit décider.',
    en: 'You made this request: somebody else must decide.',
  }),
  'approval.self_delegated': () => ({
    fr: 'La personne que vous remplacez a fait cette demande.',
    en: 'The person you stand in for made this request.',
  }),
  'approval.level': ({ level }) => ({
    fr: `Cette décision demande l’accréditation ${level}.`,
    en: `This decision needs accreditation ${level}.`,
  }),
  'approval.twice': () => ({
    fr: 'Vous avez déjà approuvé : il faut une seconde personne.',
    en: 'You already approved: a second person is needed.',
  }),
  'approval.twice_for_you': ({ name }) => ({
    fr: `${name} a déjà approuvé en votre nom : il faut une autre personne.`,
    en: `${name} already approved in your name: somebody else is needed.`,
  }),
  'approval.twice_acting': ({ name }) => ({
    fr: `L’approbation de ${name} compte déjà : il faut une autre personne.`,
    en: `The approval of ${name} already counts: somebody else is needed.`,
  }),
  'grant.self': () => ({
    fr: 'Vous avez demandé cette autorisation : une autre personne doit décider.',
    en: 'You asked for this grant: somebody else must decide.',
  }),
  'grant.grantee': () => ({
    fr: 'Cette autorisation répondrait à vos demandes : une autre personne doit décider.',
    en: 'This grant would answer your requests: somebody else must decide.',
  }),
}

/** Why the reader may not decide, in every locale. */
export function refusalText(refusal: Refusal): LocalizedText {
  const text = texts[refusal.reason ?? '']
  if (!text) throw new Error(`No text for the refusal ${refusal.reason}`)
  return text(refusal.params)
}
