import { words } from './words.ts'

/** What is asked for without changing anything. Notation: see `lexicon`. */
export const requestWords = {
  check: [
    ...words(
      'verif* check checks controle controler consulte consulter regarde regarder look lookup cherche find',
    ),
    ...words('existe exist exists pull'),
    'donne (moi )?des nouvelles',
  ],
  show: [
    ...words(
      'montre montrer affiche afficher donne donner show display give get voir see liste lister list resume',
    ),
    ...words(
      'resumer summary summarize detail details info infos information informations ouvre open lis lire read',
    ),
    ...words('quel quelle quels quelles what which pull combien'),
    'how many',
  ],
  open: words('ouvre ouvrir open affiche afficher montre montrer lis lire read show display'),
  similar: [
    ...words(
      'similaire similaires similar semblable semblables ressembl* cas case cases precedent precedents',
    ),
    'deja (vu|eu|rencontre|resolu)\\w*',
    'seen (this|that|it)? ?before',
    'base de connaissances?',
    'knowledge base',
  ],
  client: [
    ...words(
      'sheet telephone phone tel adresse address client clients entite entites fiche coordonnees fai fournisseur',
    ),
    ...words('provider contact contacts joindre infos'),
    'numero de telephone',
  ],
  trouble: [
    ...words(
      'probleme problemes problem problems pb souci soucis erreur erreurs error errors issue issues bug lent',
    ),
    ...words('lente slow impossible oubli* forgot forgotten perdu lost coupure outage'),
    'ne (\\w+ ){1,2}(pas|plus)',
    '(does not|doesn t|cannot|can t|not working)',
    'sans arret',
    'keeps? \\w+ing',
  ],
  document: [...words('document documents fiche'), '\\w+ md$', '\\w+ (md|pdf|docx)'],
  myRequests: [
    'mes (\\w+ )?(demandes|approbations|requetes)',
    'my (\\w+ )?(requests|approvals)',
    '(approbations?|validations?|approvals?|demandes? d approbation)',
    '(en attente|attendent) (d |de )?(approbation|validation|decision)',
    'safeguard',
  ],
} as const satisfies Record<string, readonly string[]>
