import { z } from 'zod'

export const templateLanguages = ['fr', 'en'] as const
export const TemplateLanguage = z.enum(templateLanguages)
export type TemplateLanguage = z.infer<typeof TemplateLanguage>

/** Texts that clients read, as they are built in. */
export const builtInTexts = {
  ask_who: {
    fr: 'Bonjour,\n\nPour traiter votre demande, nous devons savoir de quel compte il s’agit. Merci de répondre à ce ticket en indiquant votre nom, votre prénom et votre identifiant de connexion, jamais votre mot de passe.\n\nLe support',
    en: 'Hello,\n\nTo handle your request we need to know which account it is about. Please answer this ticket with your first name, last name and login, never your password.\n\nThe support team',
  },
  unlock_done: {
    fr: 'Bonjour,\n\nVotre compte {login} est déverrouillé : vous pouvez ouvrir votre session avec votre mot de passe habituel. S’il se verrouille à nouveau, répondez à ce ticket : un ancien mot de passe est peut-être resté enregistré sur un téléphone ou un autre poste.\n\nLe support',
    en: 'Hello,\n\nYour account {login} is unlocked: you can sign in with your usual password. If it locks again, answer this ticket: an old password may still be saved on a phone or another computer.\n\nThe support team',
  },
  unlock_solution: {
    fr: 'Le compte {login} a été déverrouillé.',
    en: 'Account {login} was unlocked.',
  },
  reset_done: {
    fr: 'Bonjour,\n\nLe mot de passe de votre compte {login} a été réinitialisé. Un technicien vous communique de vive voix le mot de passe provisoire ; il sera à changer à la première ouverture de session.\n\nLe support',
    en: 'Hello,\n\nThe password of your account {login} was reset. A technician tells you the temporary password by voice; you will change it when you first sign in.\n\nThe support team',
  },
  reset_solution: {
    fr: 'Le mot de passe du compte {login} a été réinitialisé.',
    en: 'The password of account {login} was reset.',
  },
} as const satisfies Record<string, Record<TemplateLanguage, string>>

export const TemplateName = z.enum(Object.keys(builtInTexts) as (keyof typeof builtInTexts)[])
export type TemplateName = z.infer<typeof TemplateName>

/** What each text may hold in braces: the account is not known while it is asked for. */
export const templateWords: Record<TemplateName, readonly string[]> = {
  ask_who: ['ticket'],
  unlock_done: ['login', 'ticket'],
  unlock_solution: ['login', 'ticket'],
  reset_done: ['login', 'ticket'],
  reset_solution: ['login', 'ticket'],
}

/** A text with its words; one that is not known stays as it is written. Pure. */
export function fillTemplate(body: string, words: Readonly<Record<string, string>>): string {
  return body.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole)
}

/** What stands in braces in a text and is not known there, each once, with its braces. */
export function unknownWords(name: TemplateName, body: string): string[] {
  const found = [...body.matchAll(/\{([^{}]*)\}/g)]
  const unknown = found.filter(([, word = '']) => !templateWords[name].includes(word))
  return [...new Set(unknown.map(([whole]) => whole))]
}

export const longestTemplate = 4_000
const Body = z.string().trim().min(1).max(longestTemplate)
/** The text that its author had before them: another one in force by now is a conflict. */
const Seen = z.string().max(longestTemplate)

export const SetTemplate = z.object({ body: Body, seen: Seen }).strict().meta({ id: 'SetTemplate' })
export type SetTemplate = z.infer<typeof SetTemplate>
export const ResetTemplate = z.object({ seen: Seen }).strict().meta({ id: 'ResetTemplate' })
export type ResetTemplate = z.infer<typeof ResetTemplate>

/** A text that clients read, as it is in force. */
export const SupportTemplate = z
  .object({
    name: TemplateName,
    language: TemplateLanguage,
    body: z.string(),
    builtIn: z.string(),
    /** What may stand in it in braces. */
    words: z.array(z.string()),
    isEdited: z.boolean(),
    changedBy: z.string().nullable(),
    changedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SupportTemplate' })
export type SupportTemplate = z.infer<typeof SupportTemplate>
export const SupportTemplates = z.object({ items: z.array(SupportTemplate) }).meta({ id: 'SupportTemplates' })
export type SupportTemplates = z.infer<typeof SupportTemplates>

/** One change of a text; `body` is null for the way back to the built-in one. */
export const TemplateChange = z.object({ at: z.iso.datetime(), by: z.string(), body: z.string().nullable() })
/** Newest first, the newest fifty. */
export const TemplateHistory = z.object({ items: z.array(TemplateChange) }).meta({ id: 'TemplateHistory' })
export type TemplateHistory = z.infer<typeof TemplateHistory>
