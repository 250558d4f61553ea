import { near, password, type Rule } from './rule.ts'

const lostWords =
  "oubli\\w*|perdus?|perdue?|perte|egare\\w*|trou de memoire|(?:ne|n'|plus|pas) .{0,14}(?:souv\\w+|rappel\\w*)|rappel\\w* (?:plus|pas)|souv\\w+ (?:plus|pas)|pas souv\\w+|echappe|ne me revient pas|plus (?:retrouver|de mot de passe)|(?:ne )?sais plus (?:ce que|lequel|du tout)|ne sais plus|a (?:la poubelle|saute)|forgot\\w*|(?:is |have )?lost|(?:no longer|can't|cannot|couldn't|don't|do not|not) remember|gone from|misplaced|no idea what|mistyped|don't know|do not know|connais plus|memoire|blank\\b|slipped"
const renewWords =
  'reinitialis\\w*|re ?initialis\\w*|rei?nit\\w*|renitialis\\w*|reset\\w*|re-set|regener\\w*|re?mettre? .{0,12}(?:a )?zero|a zero|remett\\w*'
const newWords =
  'nouveaux?|nouvelle|provisoires?|temporaires?|temporary|new|fresh|neuf|un autre|another|refai\\w*|recree\\w*|renouvel\\w*|remplacer|attribuer|redonner|reattribuer|redefinir|recuperer|en fixer|sort me out|set up|en generer|changez|le change[rz]?|change'
const refusedWords =
  "refus\\w*|incorrects?|(?:pas|plus) (?:accepte|reconnu|bon)\\w*|n'est (?:pas|plus) (?:accepte|valide)\\w*|(?:marche|fonctionne|passe|reussi)\\w* (?:plus|pas)|(?:plus|jamais) .{0,10}(?:passe\\b|marche|reussi)|non (?:valide|reconnu|accepte)\\w*|invalide?|perime\\w*|not accept|not (?:recogni[sz]ed|valid|right)|(?:doesn't|does not|won't|will not) (?:recogni[sz]e|accept|take|work|let)|fails?\\b|failed|no longer (?:works|valid|accepted)|stopped working|keeps asking|redemande|en boucle|probleme|problem|issue|trouble|souci\\w*|isn't working|not working|doesn't work|reject\\w*|wrong|refuses|ne respecte pas|pas conforme|strategie|does not meet|requirements"

const locked =
  '(?:verrouill\\w*|verouil\\w*|bloqu\\w*|blocked|locked|lockout|lock(?:ing)?|gele\\w*|frozen|(?:desactive|disabled).{0,25}(?:tout seul|itself|tentatives|attempts|essais))'
const account =
  '(?:comptes?|accounts?|utilisateur|user(?:name)?|login|session|acces|identifiant|\\bad\\b|domaine)'
const unlockWords =
  'deverrouill\\w*|deverouil\\w*|debloqu\\w*|deblocage|unlock\\w*|unblock (?:me|my)|re-?activ\\w*|re-?enable|free up|open it again|rouvrir|liberer|(?:lever|leve[rz]?) (?:le|ce) (?:blocage|verrouillage)|release (?:it|my|the)|could (?:somebody|you) release|lockout state'

/** The ticket is about the password of the domain account. */
export const resetRules: readonly Rule[] = [
  {
    rule: 'password_forgotten',
    category: 'RESET_MDP',
    weight: 5,
    test: near(password, lostWords, 60),
    fr: 'dit avoir oublié ou perdu le mot de passe',
    en: 'says the password is forgotten or lost',
  },
  {
    rule: 'password_reset_asked',
    category: 'RESET_MDP',
    weight: 5,
    test: near(password, renewWords, 60),
    fr: 'demande de réinitialiser le mot de passe',
    en: 'asks for a password reset',
  },
  {
    rule: 'password_new_asked',
    category: 'RESET_MDP',
    weight: 3,
    test: near(password, newWords, 40),
    fr: 'demande un nouveau mot de passe',
    en: 'asks for a new password',
  },
  {
    rule: 'password_expired',
    category: 'RESET_MDP',
    weight: 4,
    test: near(password, 'expir\\w*', 40),
    fr: 'mot de passe expiré',
    en: 'password expired',
  },
  {
    rule: 'password_refused',
    category: 'RESET_MDP',
    weight: 3,
    test: near(password, refusedWords, 50),
    fr: 'mot de passe refusé à l’ouverture de session',
    en: 'password refused at logon',
  },
  {
    rule: 'reset_word',
    category: 'RESET_MDP',
    weight: 2,
    test: /\b(?:reinitialis\w*|reset\w*|renitialis\w*|remet\w* .{0,10}a zero|m'en (?:re)?donner un (?:nouveau|autre)|en (?:remettre|redonner|recreer|regenerer) un)\b/,
    fr: 'parle de réinitialiser',
    en: 'speaks of resetting',
  },
  {
    rule: 'password_named',
    category: 'RESET_MDP',
    weight: 2,
    test: new RegExp(password),
    fr: 'parle d’un mot de passe',
    en: 'speaks of a password',
  },
  {
    rule: 'password_wanted',
    category: 'RESET_MDP',
    weight: 2.5,
    test: new RegExp(
      `(?:besoin d\\w*|recuperer|donne\\w*|envoye\\w*|obtenir|changi?e\\w*|need|send|get).{0,25}(?:${password})`,
    ),
    fr: 'veut un mot de passe',
    en: 'wants a password',
  },
  {
    rule: 'logon_impossible',
    category: 'RESET_MDP',
    weight: 1,
    test: /(?:n'?arrive (?:pas|plus)|plus moyen|impossible|peux (?:plus|pas)|can'?t|cannot|unable).{0,40}(?:connecter|loguer|ouvrir|rentrer|entrer|acceder|allume|access|get in|login|log ?in|log on|sign in)/,
    fr: 'ne peut plus ouvrir sa session',
    en: 'cannot log on',
  },
]

/** A program, a machine or a download that hangs is not a locked account. */
const stuckThing =
  /mises? a jour|update|telechargement|impression|processus|logo|bloqu\w* (?:sur|au|a chaque)/
const accountLocked = new RegExp(
  `(?:${account}).{0,40}?(?:${locked})|(?:${locked})(?! by).{0,16}?(?:${account})`,
)

/** The domain account is locked. */
export const unlockRules: readonly Rule[] = [
  {
    rule: 'account_locked',
    category: 'DEBLOCAGE',
    weight: 4.5,
    test: (sentence) =>
      accountLocked.test(sentence) &&
      (!stuckThing.test(sentence) || /compte verrouill|tentatives|attempts/.test(sentence)),
    fr: 'dit que le compte est verrouillé',
    en: 'says the account is locked',
  },
  {
    rule: 'locked_word',
    category: 'DEBLOCAGE',
    weight: 1,
    test: /verrouill\w*|\blocked\b|lockout/,
    fr: 'parle de verrouillage',
    en: 'speaks of a lock',
  },
  {
    rule: 'person_locked_out',
    category: 'DEBLOCAGE',
    weight: 3.5,
    test: /\b(?:je (?:me )?sui?s?|j'ai|m'a|s'est|i'm|i am|i have|i've|i got|got|again|agian)\b.{0,20}(?:bloqu|verrouill|locked)(?!\w* (?:au|par|dans|a chaque|in traffic))|locked (?:out|again|myself)|^(?:bloqu|verrouill|locked|blocked)\w*$/,
    fr: 'est bloqué à l’ouverture de session',
    en: 'is locked out',
  },
  {
    rule: 'unlock_asked',
    category: 'DEBLOCAGE',
    weight: 4,
    test: new RegExp(`\\b(?:${unlockWords})`),
    fr: 'demande de déverrouiller',
    en: 'asks to unlock',
  },
  {
    rule: 'too_many_attempts',
    category: 'DEBLOCAGE',
    weight: 2.5,
    test: /(?:trop|plusieurs|multiple|too many|nombre|three|trois|\d|beaucoup|force|fait|failed|several|ratee?s?).{0,15}(?:essais?|mauvais|incorrect (?:password|passwords)|(?:wrong|bad) (?:password|passwords)|essayer|tentatives?|erreurs?|saisies|fautes?|mot de passe (?:rates?|faux)|attempts?|wrong goes|fois faux|logons?|fausse?s?)|trompe .{0,20}(?:fois|mot de passe)|wrong (?:goes|attempts)/,
    fr: 'trop d’essais de mot de passe',
    en: 'too many password attempts',
  },
  {
    rule: 'lock_message_of_windows',
    category: 'DEBLOCAGE',
    weight: 3,
    test: /compte reference est actuellement verrouille|referenced account is currently locked|contactez votre administrateur/,
    fr: 'cite le message de verrouillage de Windows',
    en: 'quotes the lockout message of Windows',
  },
  {
    rule: 'password_known',
    category: 'DEBLOCAGE',
    weight: 2,
    test: /(?:connais|souviens de|me souviens|retrouve).{0,12}(?:mot de passe|bon)|(?:do )?know (?:my|the) password|remembered the right/,
    fr: 'connaît son mot de passe',
    en: 'knows the password',
  },
]
