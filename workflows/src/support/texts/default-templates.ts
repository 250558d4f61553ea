/** Texts that clients read. In braces: the account, the number of the ticket. */
export const defaultTemplates = {
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
} as const satisfies Record<string, Record<Language, string>>

export type TemplateName = keyof typeof defaultTemplates
export type Language = 'fr' | 'en'

/** A template with its words; a word that is not known stays as it is written. Pure. */
export function fillTemplate(body: string, words: Readonly<Record<string, string>>): string {
  return body.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole)
}
