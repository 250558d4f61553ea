import { near, net, type Rule } from './rule.ts'

const down =
  'coup(?:e|ee|es|ees|ure|ures)\\b|tombe\\w*|\\bhs\\b|h\\.s|en panne|panne|morte?|ko\\b|marche\\w* (?:plus|pas)|fonctionne\\w* (?:plus|pas)|ne (?:marche|fonctionne)\\w*|repond plus|eteinte?|arrache|down|offline|out\\b|lost|loses?|dead|hors (?:service|ligne)|hors ligne|indisponible|perdue?|arret\\w*'
const equipment =
  '(?:switch\\w*|commutateur|routeurs?|routers?|\\bbox\\b|\\bbaie\\b|bornes?|onduleur|cabinet|modem|boitier|wan|dsl|access points?|points? d.acces|\\bap\\b)'

const networkDown = near(net, down, 45)

/** A fault of network, site or provider, that the monitoring may explain. */
export const networkRules: readonly Rule[] = [
  {
    rule: 'diag_marker',
    category: '#DIAG',
    weight: 9,
    test: /#diag\b/,
    fr: 'porte le marqueur #DIAG',
    en: 'carries the #DIAG marker',
  },
  {
    rule: 'no_network',
    category: '#DIAG',
    weight: 5,
    test: new RegExp(
      `(?:plus|pas|aucune?|sans|no|without|perd\\w*|ne (?:captent?|donne|joint|voit|voient)|not?|any|lost|loses?|lose|joint plus|captent plus|voit pas) (?:.{0,22}? )?(?:le |d'|l'|de |la |une |acces )*(?:${net})\\b|n'ont (?:plus|pas) .{0,8}(?:${net})|(?:can'?t|cannot|nobody).{0,30}(?:reach|open|connect).{0,30}(?:internet|website|server|wifi|wms|drive)|(?:remote )?servers? time out|(?:joint|reach) (?:plus|pas|any).{0,20}(?:reseau|server)|deconnecte\\w* du reseau`,
    ),
    fr: 'plus de réseau ou d’internet',
    en: 'no network or internet',
  },
  {
    rule: 'network_down',
    category: '#DIAG',
    weight: 5,
    test: (sentence) =>
      networkDown.test(sentence) ||
      (/wifi/.test(sentence) &&
        /\b(?:pas|plus|not|no|can'?t|aucun\w*|impossible|saute\w*|capte\w*)\b/.test(sentence) &&
        !/mot de passe|password|\bcode\b|\bcle\b/.test(sentence)),
    fr: 'réseau, internet ou lien en panne',
    en: 'network, internet or link down',
  },
  {
    rule: 'network_slow',
    category: '#DIAG',
    weight: 5,
    test: near(
      `${net}|\\bping\\b|latency|passerelle|vlan|paquets|pages? web|web pages|serveurs?(?: de fichiers)?|file ?servers?|shared drive|lecteurs? reseau|dossiers partages|speed ?test|tout est|everything`,
      'lente?s?\\b|lenteurs?|rame\\w*|slow\\w*|crawl\\w*|catastrophique|0,8 mb|\\d+ ?mbps|perte de paquets|latence|latency|\\d+ ?ms\\b|forever|ages\\b',
      50,
    ),
    fr: 'réseau ou internet lent',
    en: 'slow network or internet',
  },
  {
    rule: 'network_unstable',
    category: '#DIAG',
    weight: 5,
    test: near(
      net,
      'instable|intermitt\\w*|micro-?coupures?|coupures?|dropp\\w*|drops?|keeps? (?:dropping|disconnect\\w*)|se coupe|ca coupe|coupe\\b|decroch\\w*|deconnect\\w*|deconnexions?',
      60,
    ),
    fr: 'réseau instable',
    en: 'unstable network',
  },
  {
    rule: 'equipment_state',
    category: '#DIAG',
    weight: 4,
    test: near(
      equipment,
      'rouges?|red\\b|eteinte?s?|orange|voyants?|diodes?|leds?|lights?|clignot\\w*|blink\\w*|\\bbip\\w*|dark|en boucle|redemar\\w*|reboot\\w*|\\bhs\\b|disjoncteur|lost|offline|down',
      50,
    ),
    fr: 'décrit l’état d’un équipement réseau',
    en: 'describes the state of network equipment',
  },
  {
    rule: 'link_down',
    category: '#DIAG',
    weight: 5,
    test: near(
      '\\b(?:lien|liaison|tunnel|link|site-to-site|fibre|line)\\b',
      'coupe\\w*|tombe\\w*|down|remonte pas|relais|dead|cut',
      60,
    ),
    fr: 'lien entre sites coupé',
    en: 'link between sites down',
  },
  {
    rule: 'site_offline',
    category: '#DIAG',
    weight: 4,
    test: /(?:panne|coupure) (?:totale|generale)|tout est tombe|site outage|completely offline|warehouse (?:is )?offline|(?:whole|entire) .{0,20}(?:offline|lost network)|plus rien (?:ne )?(?:marche|fonctionne)/,
    fr: 'site entier arrêté',
    en: 'whole site down',
  },
  {
    rule: 'wall_socket_dead',
    category: '#DIAG',
    weight: 4,
    test: /prise (?:reseau|murale).{0,50}(?:morte|hs\b|plus\b|(?:ne )?(?:marche|fonctionne|donne) (?:pas|plus))|(?:network|wall) (?:socket|port).{0,30}(?:dead|not)/,
    fr: 'prise réseau morte',
    en: 'network socket dead',
  },
  {
    rule: 'calls_freeze',
    category: '#DIAG',
    weight: 3.5,
    test: /(?:visio\w*|teams|zoom|calls?|appels?).{0,30}(?:figent|fige|saccad\w*|hach\w*|freez\w*|choppy|coupent|break up)|telechargement.{0,50}(?:minutes|heures|lent)|downloads?.{0,40}(?:minutes|hours|forever)/,
    fr: 'visioconférences ou téléchargements qui traînent',
    en: 'calls or downloads that drag',
  },
  {
    rule: 'technical_room',
    category: '#DIAG',
    weight: 4,
    test: /local (?:technique|informatique|serveurs?)|(?:server|comms?|network) (?:room|closet|cabinet)|salle serveurs?/,
    fr: 'parle du local technique',
    en: 'speaks of the technical room',
  },
  {
    rule: 'all_cut_at_once',
    category: '#DIAG',
    weight: 3.5,
    test: /(?:tous les (?:postes|ordinateurs|pc)|(?:all|none|four|three|five|several|both|most)(?: of)? (?:the |our )?(?:\w+ )?(?:pcs?|computers|workstations|scanners|tablets|terminals|laptops)|(?:les|plusieurs) (?:douchettes|terminaux|tablettes|scanners)).{0,70}(?:can connect|nothing loads|can't connect|not connecting|plus rien|figent|coup\w*|deconnect\w*|tomb\w*|drop\w*|lost|offline|down|cut)/,
    fr: 'tous les postes coupés ensemble',
    en: 'all workstations cut at once',
  },
  {
    rule: 'network_trouble',
    category: '#DIAG',
    weight: 3.5,
    test: near(
      `${net}|serveurs?\\b|servers?\\b|switch\\w*|routeurs?|routers?|firewall|pare-feu|ethernet`,
      "outage|injoignable|inaccessible|unreachable|nulle?\\b|debranche|unplugged|amber|no signal|signal|cutting out|going (?:off|down)|goes (?:off|down)|cut(?:s|ting)? (?:off|out)|down\\b|dead|probleme|problem|trouble|issue|souci|bug\\w*|mauvaise?|bad|poor|faible|weak|plus d'acces|pas d'acces|no access|stopped|n'arrive (?:plus|pas)|impossible|ne repond\\w*|dysfonction\\w*|perturb\\w*|timeouts?|time out|saute\\w*|limited|limite|aucun voyant|eteinte",
      50,
    ),
    fr: 'trouble de réseau ou de serveur',
    en: 'trouble with network or server',
  },
  {
    rule: 'all_down',
    category: '#DIAG',
    weight: 4,
    test: /everything (?:is |has gone |went )?(?:down|offline|dead|stopped)|(?:nothing|rien) (?:works|ne (?:marche|fonctionne|repond))(?! sur mon)|tout est (?:coupe|bloque|arrete|hs|en panne|down)|on n'a plus rien|plus rien du tout|total (?:outage|blackout)|power (?:cut|outage|failure)|coupure (?:de courant|electrique|edf)/,
    fr: 'tout est arrêté',
    en: 'everything is down',
  },
  {
    rule: 'network_named',
    category: '#DIAG',
    weight: 1,
    test: /\binternet\b|\breseau\b(?!x sociaux)|\bnetwork\b|\bwifi\b|\bfibre\b|\brouteur\b|\brouter\b/,
    fr: 'parle du réseau',
    en: 'speaks of the network',
  },
  {
    rule: 'many_touched',
    category: '#DIAG',
    weight: 1,
    test: /tous (?:les )?(?:postes|les ordinateurs|le batiment)|tout le (?:site|batiment|premier)|plusieurs (?:ordinateurs|chambres|postes)|on est plusieurs|everybody|everyone|all (?:the )?(?:pcs|colleagues)|same for|whole (?:site|building)|les \d+ postes|\d+ postes/,
    fr: 'plusieurs postes touchés',
    en: 'several workstations touched',
  },
]
