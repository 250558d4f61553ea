import { words } from './words.ts'

/** Words of talk about the assistant and beside the work. Notation: see `lexicon`. */
export const talkWords = {
  greeting: [...words('bonjour bonsoir salut coucou hello hi hey'), 'good (morning|afternoon|evening)'],
  thanks: [
    ...words('merci mercis thanks thx cheers parfait'),
    'thank you',
    '(super|top|nickel|great|perfect)$',
  ],
  goodbye: [...words('bye goodbye ciao'), 'au revoir', 'a (plus|demain|bientot)', 'see you'],
  help: [
    ...words('aide help capacites capabilities fonctionnalites commandes commands'),
    'que (sais|peux|savez|pouvez) (tu|vous)( faire)?',
    'qu est ce que tu (sais|peux)( faire)?',
    'tu (sais|peux) (me )?faire quoi',
    'what can you( do)?',
    'what do you do',
    'qui es tu',
    'who are you',
  ],
  yes: words('oui yes ouais yep ok daccord confirme confirmer confirm exactement exactly'),
  no: [
    '^(non|no|nope|nan|annule|annuler|cancel|stop|abandonne|rien|nothing|laisse tomber|forget it|never ?mind)',
    '^(c est )?(pas|not) (ca|lui|elle|celui la|that|him|her)',
  ],
  rewrite: [
    ...words(
      'reformul* rephrase reword traduis traduire traduction translate translation corrige corriger paraphrase',
    ),
    '(redige|rediger|reedige|draft|compose)',
    '(ecris|ecrire|write|fais|genere|generate|prepare) (moi |me )?(un |une |a |an |des |some )?(\\w+ )?(reponse|poeme|poem|texte|article|compte rendu|rapport|report|reply|letter|lettre|resume libre|story|essay)',
    '(ecris|ecrire|write|fais|genere|generate|code|developpe) (moi |me )?(un |une |a |an )?(\\w+ )?(script|programme|program|code|fonction|function|macro|requete sql|query)',
    '(resume|resumer|summari[sz]e|synthetise) (moi )?(ce|cet|cette|this|the following|le texte|the text|ces)',
    '(ameliore|improve|raccourcis|shorten|simplifie|simplify) (ce|cet|cette|this|le|the|mon|my)',
  ],
  opinion: [
    '(tu|vous) (en )?(penses?|pensez) (quoi|que)',
    '(que|qu en) (penses|pensez)',
    '(ton|votre|your) (avis|opinion)',
    'what do you think',
    'do you (think|prefer|recommend)',
    '(quel|quelle|which) (est le |est la |is the )?(meilleure?|best)',
    'compare\\w* (\\w+ )+(et|and|with|avec|ou|or)',
    'brainstorm',
  ],
  beside: [
    '(quel )?temps (fait|fera)( il)?',
    'meteo',
    'weather',
    ...words(
      'blague blagues joke jokes football foot match bourse recette recipe horoscope poeme poem film films musique',
    ),
    '(sens de la vie|meaning of life)',
    '(capitale?|capital) (de|of)',
    '(president|premier ministre|prime minister)',
    '(qui a|who) (gagne|won)',
    'quelle heure',
    'what time is it',
    '(chante|sing|raconte) ',
    'combien font',
    'joyeux|happy birthday',
  ],
} as const satisfies Record<string, readonly string[]>
