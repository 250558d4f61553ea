import { near, password, type Rule } from './rule.ts'
import { isForUnknownThing } from './unknown-thing.ts'

const application =
  '\\b(?:dossiers? (?:patient|resident)|dpi\\b|logiciel (?!windows)|application|progiciel|netsoins|titan|osiris|paie\\b|payroll|pronote|ecole directe|chorus|e-?barreau|rpva|booking|gmail|hotmail|yahoo|sap\\b|erp\\b|crm\\b|wms\\b|warehouse management|pacs\\b|ris\\b|sil\\b|portail|portal|e-?learning|website|site web|plateforme|ameli|doctolib|banque|(?:online )?bank(?: account|ing)|linkedin|facebook|teams viewer|zoom|adobe|silae|sage\\b|cegid|ciel|quickbooks|hr system|booking system|impots|net-?entreprises|boite gmail|tachygraph\\w*|editeur)'
const thing = (words: string, gap = 40) =>
  near(
    `${password}|\\bcodes?\\b|\\bpin\\b|comptes?|accounts?|login|acces|user|verrouill\\w*|bloqu\\w*|locked|blocked|cle\\b|key\\b`,
    words,
    gap,
  )

/** Words after which a ticket goes to a person: the password or lock is not that of the domain account. */
export const otherLockRules: readonly Rule[] = [
  {
    rule: 'business_application',
    category: 'AUTRE',
    weight: 8,
    test: thing(application, 60),
    fr: 'mot de passe ou compte d’une application métier',
    en: 'password or account of a business application',
  },
  {
    rule: 'wifi_password',
    category: 'AUTRE',
    weight: 9,
    test: near(`${password}|\\bcodes?\\b|\\bcle\\b|\\bkey\\b`, 'wifi', 30),
    fr: 'mot de passe du Wi-Fi',
    en: 'Wi-Fi password',
  },
  {
    rule: 'mailbox_password',
    category: 'AUTRE',
    weight: 6,
    test: new RegExp(
      `(?:${password}|code) (?:de |d'|of |for )(?:la |ma |notre |my |the |our )?(?:messagerie|boite|webmail|mailbox|email|outlook|mail\\b)`,
    ),
    fr: 'mot de passe d’une messagerie',
    en: 'password of a mailbox',
  },
  {
    rule: 'device_lock',
    category: 'AUTRE',
    weight: 8,
    test: /\bbios\b|bitlocker|avant meme le demarrage|iphone|carte (?:sim|cps|vitale|bancaire)|\bpin\b|voicemail|repondeur|badge|parking|barriere|armoire|coffre|alarme|\bmfa\b|authentificat(?:eur|or)|authenticator|double authentification|smartcard/,
    fr: 'code d’un appareil, d’une carte ou d’une double authentification',
    en: 'code of a device, a card or a second factor',
  },
  {
    rule: 'protected_file',
    category: 'AUTRE',
    weight: 8,
    test: near(
      '\\b(?:fichier|file|pdf|excel|classeur|document|tableur|zip|spreadsheet|workbook|tableau|planning|base access)\\b',
      'mot de passe|password|verrouill\\w*|locked|protege\\w*',
      50,
    ),
    fr: 'fichier protégé ou verrouillé',
    en: 'protected or locked file',
  },
  {
    rule: 'site_or_mail_blocked',
    category: 'AUTRE',
    weight: 8,
    test: /(?:site|website|adresse|mails?|page|url|numero).{0,40}(?:bloqu|block|filtr)|(?:bloqu|block)\w* .{0,25}(?:proxy|filter|filtre|pare-feu|firewall|partenaire)|\b550\b/,
    fr: 'site ou adresse bloqués par un filtre',
    en: 'site or address blocked by a filter',
  },
  {
    rule: 'unknown_thing',
    category: 'AUTRE',
    weight: 4.5,
    test: isForUnknownThing,
    fr: 'mot de passe d’une chose que le Hub ne connaît pas',
    en: 'password of something the Hub does not know',
  },
  {
    rule: 'windows_works',
    category: 'AUTRE',
    weight: 5,
    test: /(?:session|windows|ordinateur|computer|login)(?: (?:windows|login|one|logon))?(?:,)? .{0,25}(?:s'ouvre (?:normalement|bien)|fonctionne(?! (?:pas|plus))(?: bien| normalement|$)|marche (?:bien|normalement)|works? (?:fine|ok)|is (?:fine|ok))|not my ordinateur login/,
    fr: 'la session Windows fonctionne',
    en: 'the Windows session works',
  },
  {
    rule: 'administrator_account',
    category: 'AUTRE',
    weight: 5,
    test: /(?:mot de passe|password).{0,25}(?:administrateur|administrator|\broot\b|serveur|server\b)|communiquer .{0,20}(?:mot de passe|password)|besoin du mot de passe/,
    fr: 'demande de communiquer un mot de passe',
    en: 'asks to be told a password',
  },
]
