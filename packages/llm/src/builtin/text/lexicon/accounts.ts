import { words } from './words.ts'

/** Words of accounts and people. Notation: see `lexicon`. */
export const accountWords = {
  password: ['mots? (de|d) p\\w{1,3}s*e?', ...words('mdp password passwords pwd passwd'), 'pass word'],
  lockState: words('verrouill* bloque bloquee locked blocked lock lockout desactiv* disabled expire expired'),
  locked: words(
    'verrouille verrouilles verrouillee verrouillees bloque bloques bloquee bloquees locked blocked',
  ),
  disabled: words(
    'desactive desactives desactivee desactivees disabled inactif inactifs inactive deactivated',
  ),
  account: [
    ...words(
      'compte comptes account accounts utilisateur utilisatrice user login identifiant session annuaire cpte',
    ),
    'active directory',
    '(son|sa|his|her|dans l|l) ad',
    'compte ad',
  ],
  accounts: words('comptes accounts utilisateurs users sessions'),
  ones: ['(les|ceux|celles|the)? ?ones', 'qui (est|sont)', 'who (is|are)'],
  people: [
    ...words(
      'utilisateurs users personnel salaries collaborateurs employes employees staff personnes people agents',
    ),
    '(qui|who) (y )?(travaill\\w*|boss\\w*|works?|exerce|intervient)',
    'qui (est|sont|y a t il) (a|au|chez|la)',
    'who (is|are) (at|in|on)',
    'les (utilisateur|salarie|employe|agent)',
    'qui y (travaille|bosse|est)',
  ],
  lastLogon: [
    '(dernie?re?s?|last) (fois )?(\\w+ )?(connexion|conexion|connection|logon|login|log on|log in|sign in|signin|session)s?',
    '(connectee?s?|logge|log\\w* (on|in)|logg\\w+ (on|in)|signed? in|ouvert sa session)',
  ],
  when: words('quand when'),
  age: [
    '(expire|expires|expiration|expir\\w+)',
    '(age|anciennete|date|vieux|vieille|old|validite|valable|depuis)',
    '(change|changed|modifie|mis a jour|set)',
  ],
  group: words('groupe groupes group groups'),
  groupName: ['gg [a-z]\\w+'],
  member: [
    ...words('membre membres member members appartient appartiennent belong belongs membership memberships'),
    '(fait|font|fais) (il |elle |t il |t elle )?(bien |deja )?partie',
    '(a|ont|has|have|t il|t elle) (bien |deja )?(acces|access) (a|au|aux|to)',
    '(est|is) (il |elle |t il |t elle )?(bien |deja |already )?(dans|in)',
  ],
  search: [
    ...words('cherche chercher recherche rechercher trouve trouver find search retrouve retrouver'),
    'c est (quoi|qui)',
    's appel\\w*',
    'named',
    'nomme\\w*',
  ],
  who: ['qui est', 'who is', 'who s', 'c est qui'],
} as const satisfies Record<string, readonly string[]>
