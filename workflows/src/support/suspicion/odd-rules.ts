import type { TextRule } from './text-rules.ts'

const account = /mots? de passe|password|comptes?\b|accounts?\b|session|login|verrouill|bloqu|locked|acces\b/
const other = '(?:ses|son|sa|leurs?|his|her|their)'

/** What an honest request for one's own account does not speak of: a person looks, even where no fraud is proven. */
export const oddRules: readonly TextRule[] = [
  {
    rule: 'speaks_of_checks',
    test: (text) =>
      account.test(text) &&
      /\bidentit[ey]\b|\bvalidation|\bapprobation|\bapprov\w+|security (?:check|question)s?|questions? de securite|(?:ring|call)\w* (?:me )?back|\bskip\b|\bbypass\w*|contourn\w*|sans passer|passer outre|(?:check|verification)\w* (?:as |is |are )?(?:done|faite?s?)|just do it/.test(
        text,
      ),
    fr: 'parle des vérifications ou de leur résultat',
    en: 'speaks of the checks or of their result',
  },
  {
    rule: 'speaks_to_automation',
    test: (text) =>
      /(?:processed|handled|read) automatically|automated (?:system|processing|agent)|traitement automatique|traite[es]* automatiquement|\brobots?\b|\bbots?\b|\bdecode[rz]?\b|base64|a l'attention d[ue] (?:systeme|programme|logiciel de)/.test(
        text,
      ),
    fr: 's’adresse à un traitement automatique',
    en: 'addresses an automatic process',
  },
  {
    rule: 'opaque_text',
    test: (text) =>
      /(?<![\w/.@-])(?=[a-z0-9+/]*[0-9])(?=[a-z0-9+/]*[a-z])[a-z0-9+/]{24,}={0,2}(?![\w/.@-])/.test(text),
    fr: 'contient un texte codé',
    en: 'holds encoded text',
  },
  {
    rule: 'link_in_account_request',
    test: (text) => account.test(text) && /\bhttps?:\/\//.test(text),
    fr: 'contient un lien dans une demande de compte',
    en: 'holds a link in a request about an account',
  },
  {
    rule: 'password_left_somewhere',
    test: (text) =>
      /mot de passe|password/.test(text) &&
      /(?:laisse[rz]?|depose[rz]?|dites|donne[rz]?|leave|tell|give)\b.{0,60}(?:repondeur|voicemail|whatsapp|telegram|signal\b|collegue|colleague|accueil|reception|secretaire|wife|husband|mari|femme)/.test(
        text,
      ),
    fr: 'demande de laisser le mot de passe à un tiers ou sur un répondeur',
    en: 'asks to leave the password with a third party or on a voicemail',
  },
  {
    rule: 'purpose_is_other_data',
    test: (text) =>
      account.test(text) &&
      new RegExp(
        `(?:pour que je|afin de|so (?:that )?i can|pour|to|i need to) .{0,20}(?:recuper\\w*|check|lire|read|voir|acced\\w*|access|imprimer|print|get|consult\\w*|open|look).{0,40}\\b${other}\\b`,
      ).test(text),
    fr: 'vise les données d’une autre personne',
    en: 'aims at the data of somebody else',
  },
  {
    rule: 'asks_for_discretion',
    test: (text) =>
      /n'en parle[rz]|ne (?:le |lui |leur )?(?:dites|dis) (?:pas|rien)|ne rien dire|discretement|discretion|don't (?:mention|say)|nobody (?:must|should|needs to) know|personne ne doit|mon ami\w* (?:qui )?ecri\w*|writing for (?:me|him|her)|ecri\w* (?:a ma place|pour moi)/.test(
        text,
      ),
    fr: 'demande la discrétion',
    en: 'asks for discretion',
  },
  {
    rule: 'inquiry_asks_access',
    test: (text) =>
      /\benquete\b|\binvestigation\b|\baudit\w*\b|requisition|mandat\w*/.test(text) && account.test(text),
    fr: 'invoque une enquête ou un audit',
    en: 'invokes an inquiry or an audit',
  },
]
