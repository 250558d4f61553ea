import { words } from './words.ts'

/** Words of tickets. Notation: see `lexicon`. */
export const ticketWords = {
  ticket: words('ticket tickets incident incidents demande demandes tiquet tiquets requests tkt tkts'),
  tickets: words('tickets incidents demandes tiquets requests tkts'),
  followup: [
    ...words('suivi suivis followup followups commentaire commentaires note notes'),
    'follow ups?',
    '(a )?comment on',
    'noter? (sur|dans|on)',
    'add a comment',
    'a comment',
    'commente\\w*',
  ],
  public: ['public', 'publique', 'visible', 'publics'],
  notPublic: [
    '(non|pas|not|non) (public|publique|visible)',
    ...words('prive privee private interne internal'),
  ],
  task: words('tache taches task tasks todo'),
  solution: words('solution solutions'),
  history: [
    ...words('historique history deroule fil thread suivis followups echanges commentaires comments'),
    'follow ups',
    'tout(e|es|s)? (le |la |les )?(suivi|suivis|fil|histoire)',
  ],
  technician: [
    ...words(
      'technicien technicienne techniciens technician assigned attribue attribues assigne assignes affecte affectes',
    ),
    'working on',
    'travaille sur',
    'pris en charge par',
    'handled by',
  ],
  unassigned: [
    'sans (technicien|tech|personne|attribution|responsable|proprietaire)\\w*',
    '(non|pas( encore)?|not|un) ?(assigne|attribue|affecte|assigned|attribu)\\w*',
    ...words('unassigned orphelin orphelins orphan'),
    '(pas|aucun|no) (de )?(technicien|technician|tech)',
    'without (a )?(technician|tech|owner|anyone|assignee)',
    '(que )?personne n? ?(a pris|ne traite|s en occupe|traite)',
    'no (technician|owner|assignee)',
  ],
  openState: [
    ...words('ouvert ouverts ouvertes open opened actif actifs active pas fermes'),
    'en cours',
    'non (clos|resolus?|fermes?|traites?)',
    'in progress',
  ],
  pending: ['en attente', 'en suspens', 'pending', 'waiting', 'on hold', 'stand by'],
  urgent: words('urgent urgents urgente urgentes priorit* critiques critical highest importants'),
  priority: words('priorite priority urgence urgency prio'),
  recent: [
    ...words(
      'dernier derniers derniere dernieres recent recents recente recentes recently latest last nouveaux new',
    ),
    ...words('aujourd today hier yesterday semaine week arrives crees'),
  ],
  changed: [
    'quoi de (neuf|nouveau)',
    'du (neuf|nouveau)',
    '(qu est ce qui|qu est ce qu il|que|ce qui) (s est passe|a change|se passe|s y passe|a bouge)',
    'what s? ?(has |is )?(changed|new|happened|happening|going on)',
    'anything new',
    '(s est passe|a change|a bouge) quoi',
    '(any )?(news|changes) (at|for|from|on)',
    'nouveautes?',
    'nouvelles (de|du|chez)',
    'changements?',
  ],
  aboutText: [
    '(qui )?(parl\\w*|concern\\w*|mentionn\\w*|contien\\w*|contenant)',
    '(about|containing|mentioning|regarding|with the words?)',
    '(avec|with) (\\w+ ){1,5}(dans le titre|in the title)',
    'tickets? sur (l |la |le |les )?\\w+',
  ],
} as const satisfies Record<string, readonly string[]>
