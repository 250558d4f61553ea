import type { DiagSign } from '../verdict/evidence.ts'

/** Words of one sign; `negated` is what the same words mean with a negation before them (null: nothing). */
export interface DiagRule {
  sign: DiagSign
  pattern: RegExp
  negated: DiagSign | null
  /** The pattern holds its own negation. */
  isWhole?: true
}

const power = '(?:courant|electricite|jus|electricity|power|lumieres?)'

/** Read on one clause without accents, in lower case; the first rule of a sign that fits counts. */
export const diagRules: readonly DiagRule[] = [
  {
    sign: 'no_power',
    pattern: new RegExp(`(?:plus|pas|aucun\\w*|no|sans|without) (?:de |d'|any |the )?${power}`),
    negated: null,
    isWhole: true,
  },
  {
    sign: 'no_power',
    pattern: new RegExp(
      `${power} (?:est |is |a ete |has been |was )?(?:coupee?|saute|absente?|out|off|cut|down|gone)\\b`,
    ),
    negated: 'power_ok',
  },
  {
    sign: 'no_power',
    pattern: new RegExp(`${power} (?:ne |n')(?:marche|fonctionne|est) (?:pas|plus)`),
    negated: null,
    isWhole: true,
  },
  {
    sign: 'no_power',
    pattern:
      /(?:coupure|panne) (?:de courant|d'electricite|electrique|edf|enedis)|disjonct\w+|power (?:cut|outage|failure)|blackout|tout est eteint/,
    negated: 'power_ok',
  },
  {
    sign: 'power_ok',
    pattern: new RegExp(
      `${power} (?:est |is |sont |are |ca )?(?:bien )?(?:ok|la|marche|fonctionne|bonne?|presente?|revenue?|on|fine|works?|working|back)\\b`,
    ),
    negated: 'no_power',
  },
  {
    sign: 'power_ok',
    pattern: new RegExp(
      `(?:il y a|on a|nous avons|j'ai|we have|there is) (?:bien )?(?:du |de l'|le |l'|the )?${power}`,
    ),
    negated: 'no_power',
  },
  {
    sign: 'box_off',
    pattern:
      /(?:box|routeur|router|modem|boitier|appareil|switch) (?:\w+ ){0,2}(?:est |is |completement |totally )*(?:eteinte?|off|dead|morte?|hs)\b/,
    negated: 'box_on',
  },
  {
    sign: 'box_off',
    pattern:
      /(?:aucun voyant|plus de voyants?|pas de voyants?|no lights?|tous les voyants (?:sont )?eteints|all (?:the )?lights (?:are )?off|voyants (?:sont )?tous eteints)/,
    negated: null,
    isWhole: true,
  },
  {
    sign: 'box_red',
    pattern:
      /(?:voyant|led|diode|lumiere|light|lamp)s?\b.{0,50}\b(?:rouge|red|orange|clignot\w*|blink\w*|flash\w*|eteinte?|off)\b/,
    negated: 'box_on',
  },
  {
    sign: 'box_red',
    pattern: /(?:box|routeur|router|modem) (?:\w+ ){0,3}(?:en rouge|au rouge|rouge|red)\b/,
    negated: 'box_on',
  },
  {
    sign: 'box_on',
    pattern:
      /(?:box|routeur|router|modem|boitier|voyants?|lights?)\b.{0,30}\b(?:allumee?s?|verte?s?|green|is on|are on)\b/,
    negated: 'box_off',
  },
  {
    sign: 'box_restarted',
    pattern:
      /(?:redemarr|reboot|relanc|rallum|restart|reset)\w*|debranche\w* (?:puis|et|\w+ ){0,4}rebranch\w*|unplugged .{0,30}plugged|turned .{0,20}off and on|eteinte? (?:puis|et) rallum\w*/,
    negated: null,
  },
  {
    sign: 'cable_unplugged',
    pattern:
      /(?:cable|prise|fil|cordon|fibre|plug|cord|wire)\b.{0,40}\b(?:debranchee?|arrachee?|coupee?|sectionnee?|abimee?|deconnectee?|unplugged|cut|loose|damaged|torn|out)\b/,
    negated: null,
  },
  {
    sign: 'cable_unplugged',
    pattern:
      /(?:debranchee? par|quelqu'un (?:a|avait) debranche|someone (?:had )?unplugged|was unplugged|etait debranchee?|femme de menage)/,
    negated: null,
  },
  {
    sign: 'others_affected',
    pattern:
      /(?:voisins?|quartier|immeuble|village|rue|commercants?|neighbou?rs?|street|building|town|autres? \w+)\b.{0,40}\b(?:aussi|egalement|meme (?:probleme|chose|panne)|touchee?s?|plus (?:d'|de )?(?:internet|reseau|rien)|en panne|coupee?s?|also|same|affected|down|no internet|too|nothing)\b/,
    negated: null,
  },
  {
    sign: 'others_affected',
    pattern: /(?:tout le (?:quartier|village|immeuble)|the whole (?:street|building|town|village))/,
    negated: null,
  },
  {
    sign: 'only_one',
    pattern:
      /(?:un seul|seulement (?:un|mon)|que mon|juste mon|only (?:one|my)|just my) (?:poste|pc|ordinateur|computer|machine|bureau)/,
    negated: null,
  },
  {
    sign: 'provider_says',
    pattern:
      /(?:orange|sfr|free|bouygues|covage|operateur|fournisseur|provider|isp)\b.{0,60}\b(?:panne|incident|coupure|travaux|outage|maintenance|generale?|confirm\w*|annonc\w*|announc\w*)/,
    negated: null,
  },
  {
    sign: 'works_again',
    pattern:
      /(?:tout|ca|cela|internet|reseau|everything|all|it) (?:est |is |isn't |ne |n'|not |pas |re|a l'air de )*(?:fonctionn\w*|march\w*|reparti|revenue?|retabli\w*|works?|working|back|ok|bon)\b|remarche|works again|back to normal|c'est (?:bon|revenu|reparti|retabli)/,
    negated: 'still_down',
  },
  {
    sign: 'still_down',
    pattern:
      /toujours (?:pas|rien|en panne|coupee?|hs|down)|still (?:down|no|not|nothing|broken)|rien ne (?:marche|fonctionne)|nothing works|(?:plus|pas) (?:d'|de )?(?:internet|reseau|connexion)|no (?:internet|network|connection)/,
    negated: null,
    isWhole: true,
  },
  {
    sign: 'work_on_site',
    pattern:
      /travaux|electricien|pelleteuse|tractopelle|chantier|ouvriers|electrician|builders|construction work|digger|excavator/,
    negated: null,
  },
]
