import type { Reason } from '../ticket.ts'

/** A rule on the folded, mended text of a ticket. */
export interface TextRule extends Reason {
  test: (text: string) => boolean
}

const secret =
  '(?:mots? de passe|password|acces\\b|identifiants|credentials|login details|le nouveau|the new one|new one)'
const send =
  '(?:envoy\\w*|renvoy\\w*|transmet\\w*|communiqu\\w*|confirmer|donne[rz]?[- ](?:le|la|les)?-?moi|me l[ea] donn\\w*|me donner le|text (?:it|me)|send|e-?mail (?:it|me|the)|just email|whatsapp|sms|reply (?:here |back )?with|repondre a ce mail|forward)'
const channel =
  '(?:\\bsms\\b|whatsapp|par (?:retour|mail|courriel|e-?mail|message)|e-?mail(?: it)?(?: to)?(?: me)?|text (?:it|me)|cette adresse|this address|here|adresse|@|numero|\\bnum\\b|moi\\b|to me|by return|retour|transmette)'
const person = "\\b(?:de |d'|of )(?:la |le |l')?(?:m\\.|mme|monsieur|madame|mr|mrs|dr)?\\s*"
const both = (a: string, b: string, text: string) => new RegExp(a).test(text) && new RegExp(b).test(text)

const pressure =
  /immediat\w*|tout de suite|dans l'heure|dans \d+ minutes|sous \d+ ?(?:h|heure|minutes)|right now|this minute|in (?:ten|five|\d+) minutes|\d+ minutes|at once|straight away|asap|urgen\w*|absolument besoin|tres vite|i expect this now|avant (?:midi|16h|14h)|auditors are waiting|boarding/
const authority =
  /\b(?:directeur|directrice|direction|pdg|ceo|director|president|maire|chairman|board|conseil d'administration|\bdg\b|anssi|police|gendarmerie|ministere|cyber|auditors|manager (?:has )?approved|medical director|prefecture|chef de service|securite des residents)\b/

const byMessage =
  /\b(?:e-?mail|text|sms|whatsapp|message)\b(?: it| me| us| to)* .{0,20}(?:new )?(?:password|one\b|credentials)|(?:new )?password.{0,40}(?:by|via|per|through) (?:e-?mail|sms|text|whatsapp)|mot de passe.{0,40}par (?:sms|mail|courriel|whatsapp|texto)/

/** What the text of a ticket may smell of. */
export const textRules: readonly TextRule[] = [
  {
    rule: 'urgency_and_authority',
    test: (text) =>
      pressure.test(text) &&
      authority.test(text) &&
      /mot de passe|password|compte|account|session|acces/.test(text),
    fr: 'pression (urgence) au nom d’une autorité',
    en: 'pressure (urgency) in the name of an authority',
  },
  {
    rule: 'away_and_unreachable',
    test: (text) =>
      /(?:en deplacement|a l'etranger|aeroport|boarding|flight|travelling|traveling|in a meeting|en reunion|avion|conference abroad).{0,160}(?:mot de passe|password|account|compte|reset|reinit)|(?:mot de passe|password|reset|reinit\w*).{0,160}(?:don't call|ne .{0,25}(?:rappel|appel)|en reunion|in a meeting|boarding)/.test(
        text,
      ),
    fr: 'se dit en déplacement ou injoignable et demande un accès',
    en: 'says to be away or unreachable and asks for access',
  },
  {
    rule: 'password_by_message',
    test: (text) =>
      new RegExp(
        `${send}.{0,60}${secret}.{0,60}${channel}|${secret}.{0,60}${send}.{0,50}${channel}|${send}.{0,40}${channel}.{0,60}${secret}`,
      ).test(text) || byMessage.test(text),
    fr: 'demande d’envoyer le mot de passe par message',
    en: 'asks to have the password sent in a message',
  },
  {
    rule: 'new_contact',
    test: (text) =>
      /(?:mon|c'est mon) nouve(?:au|l) num|new (?:phone )?number|number has changed|(?:boite|mail|adresse) perso\w*|personal (?:mail|e-?mail|address)|changed my number/.test(
        text,
      ),
    fr: 'donne un nouveau numéro ou une adresse personnelle',
    en: 'gives a new number or a private address',
  },
  {
    rule: 'skip_checks',
    test: (text) =>
      /(?:inutile|pas besoin|sans|pas la peine|ne perdez pas).{0,30}(?:verif\w*|rappel\w*|controle\w*|procedure)|no need to (?:call|verify|check)|(?:skip|without|no time for|not have time for).{0,30}(?:check\w*|verif\w*|call ?back|procedure|identity)|already (?:verified|approved)|has (?:already )?(?:verified|approved)|manager (?:has )?(?:already )?approved|deja (?:valide|verifie)|il est d'accord|knows about it|don't call/.test(
        text,
      ),
    fr: 'demande de passer outre les vérifications',
    en: 'asks to skip the checks',
  },
  {
    rule: 'secrecy',
    test: (text) =>
      /ne prevene[zr] (?:personne|pas)|pas besoin d'etre au courant|sans (?:le|la|lui) (?:dire|prevenir)|confidentiel$|\bsilently\b|don't tell|do not (?:tell|notify)|keep (?:this|it) (?:between|quiet)|entre nous/.test(
        text,
      ),
    fr: 'demande le secret',
    en: 'asks for secrecy',
  },
  {
    rule: 'access_to_other_account',
    test: (text) =>
      new RegExp(
        `(?:donne[rz]?|communique[rz]?|envoye[rz]?|recuperer|get|send).{0,40}(?:mot de passe|password|acces).{0,25}${person}[a-z]`,
      ).test(text) ||
      both(
        '(?:dans|into|besoin).{0,40}(?:sa session|ses fichiers|\\baccount while|session de|account)',
        '(?:changez|reinitialis\\w*|set a temporary|donnez|while (?:he|she))',
        text,
      ) ||
      /(?:changi\w*|changez|reinitialis\w*|reset|refai\w*).{0,80}(?:donn(?:ez|iez|er)(?:-le)?[- ]?(?:me|moi)?|me le donn\w*|send it to me|le donniez|pour que je lui transmette)/.test(
        text,
      ) ||
      /(?:changer|changez|reinitialis\w*|reset|change).{0,30}\b(?:son|sa|leur|his|her|their)\b (?:mot de passe|password).{0,50}(?:\bme (?:dire|donner|l)|moi\b|tell me|give me|send me|to me)|il me faut ses (?:mails|fichiers)|acceder a (?:sa|ses|son) /.test(
        text,
      ),
    fr: 'veut entrer dans le compte de quelqu’un d’autre ou recevoir son mot de passe',
    en: 'wants into the account of somebody else, or the password of it',
  },
  {
    rule: 'administrator_account',
    test: (text) =>
      /(?:compte|mot de passe|acces|account|password|unlock|debloqu\w*)(?!.{0,20}(?:contact|votre|your)).{0,30}\b(?:administrateur|administrator|domain admin|admin du domaine|\broot\b)\b|tous les comptes|all accounts/.test(
        text,
      ),
    fr: 'vise un compte d’administration ou tous les comptes',
    en: 'aims at an administration account or at all accounts',
  },
  {
    rule: 'disclosure_asked',
    test: (text) =>
      /(?:communiquer|confirmer|transmettre|donner|provide|give us).{0,40}(?:mots? de passe|password|acces\b|identifiants)|besoin du mot de passe (?:du|de)/.test(
        text,
      ) &&
      /prestataire|technicien|maintenance|mandate|fournisseur|operateur|banque|bank|suite a la demande|tous les|serveur/.test(
        text,
      ),
    fr: 'un tiers demande qu’on lui communique un accès',
    en: 'a third party asks to be told an access',
  },
  {
    rule: 'mail_lure',
    test: (text) =>
      /cliqu\w+ (?:ici|sur le lien)|en cliquant|click (?:here|the link|below)|confirmez vos identifiants|verifiez votre compte|verify your account|compte sera (?:suspendu|desactive)|sous peine de/.test(
        text,
      ),
    fr: 'invite à cliquer ou à confirmer des identifiants',
    en: 'invites to click or to confirm credentials',
  },
]
