import { words } from '../text/lexicon/words.ts'
import { type Mark, marks } from './mark-names.ts'

/** What an order of one intent may be made of; a word outside these parts makes it no order. Folded words. */
export interface OrderParts {
  /** Words an order may begin with: imperatives, infinitives, or the thing itself ("nouveau ticket"). */
  verbs: readonly string[]
  /** Words that may follow, beside the names of things and the small words. */
  nouns: readonly string[]
  takesText?: boolean
  /** Things it may name. */
  names: readonly Mark[]
  /** Readings of these very words that mean something else. */
  never?: RegExp
  /** It is about this many accounts at most; people who name more are asked. */
  mostPeople: number
}

const er = (...stems: string[]) =>
  stems.flatMap((stem) => ['e', 'er', 'ez', 'es'].map((end) => `${stem}${end}`))

const account = words(
  'compte account utilisateur utilisatrice user username login identifiant session ad windows cpte son sa his her their s mr mme mlle monsieur madame dr docteur',
)
const password = words('mot mots passe password mdp pwd pass mdps zero oublie perdu forgotten')
const ticket = words('ticket incident demande request ce cet cette this that glpi')
const group = words('groupe group team equipe acces access memberships membre member s')
const { person, name, ticket: number, group: team, client, alert } = marks
const people = [person, name]
const ticketOfPerson = `^\\S+ (?:(?:le|the|ce|cet|this|l) )?${number}|${number} (?:de|d|du|of) `
const teamOfPerson = `(?:equipe|team|groupe|group|acces|access) (?:de|d|of) (?:l |la |le )?(?:${person}|${name})`
const strayNoun =
  '(?<!(?:compte|account|session|utilisateur|utilisatrice|cpte|user|son|sa|his|her|dans l|sur l|on|in|the|en|login|d|de|of) )\\b(?:ad|windows)\\b(?! (?:account|user|session|login|password))'
const ad = { mostPeople: 1, names: [...people, number], never: new RegExp(`${ticketOfPerson}|${strayNoun}`) }
const adGroup = {
  mostPeople: 1,
  names: [...people, number, team],
  never: new RegExp(`${ticketOfPerson}|${teamOfPerson}`),
}
const inTicketText = { mostPeople: 0, takesText: true, names: [number] }
const onTicket = { mostPeople: 0, names: [number] }

const accountOrders: Record<string, OrderParts> = {
  'account-unlock': {
    ...ad,
    mostPeople: 5,
    verbs: [...er('debloqu', 'deverrouill'), ...words('unlock unblock')],
    nouns: account,
  },
  'password-reset': {
    ...ad,
    mostPeople: 5,
    verbs: [
      ...er('reinitialis', 'renouvel', 'renouvell', 'chang', 'modifi'),
      ...words('reinit reset resett renew remets remettre remettez change nouveau new'),
    ],
    nouns: [...account, ...password],
  },
  'account-enable': {
    ...ad,
    verbs: [...er('reactiv', 'activ'), ...words('enable reenable')],
    nouns: account.filter((noun) => noun !== 'session' && noun !== 'windows'),
  },
  'account-disable': {
    ...ad,
    verbs: [...er('desactiv'), ...words('disable deactivate suspends suspend suspendre suspendez')],
    nouns: account.filter((noun) => noun !== 'session' && noun !== 'windows'),
  },
  'account-create': {
    ...ad,
    names: [...people, number, client],
    verbs: [...er('cre'), ...words('create ouvre ouvrir')],
    nouns: [...account, ...words('nouveau nouvel new employee employe collaborateur agent chez at')],
  },
  'group-add': {
    ...adGroup,
    verbs: [...er('ajout', 'rajout'), ...words('add mets mettre mettez put inscris inscrire')],
    nouns: [...account, ...group],
  },
  'group-remove': {
    ...adGroup,
    verbs: [...er('retir', 'enlev', 'vir'), ...words('remove ote oter otez sors sortir sortez')],
    nouns: [...account, ...group, 'from'],
  },
  'groups-copy': {
    ...ad,
    mostPeople: 2,
    verbs: [
      ...er('copi', 'clon', 'dupliqu', 'donn', 'attribu', 'appliqu'),
      ...words('copy clone give mets mettre apply'),
    ],
    nouns: [
      ...account,
      ...group,
      ...words('groupes groups droits rights memes meme same que as comme like vers from onto'),
    ],
  },
}

const ticketOrders: Record<string, OrderParts> = {
  'ticket-create': {
    mostPeople: 1,
    takesText: true,
    names: [...people, client],
    verbs: [
      ...er('cre', 'cree'),
      ...words('create ouvre ouvrir ouvrez open fais faire log raise nouveau nouvelle new'),
    ],
    nouns: [...ticket, ...words('nouveau nouvelle new chez at client')],
  },
  'ticket-followup': {
    ...inTicketText,
    verbs: [
      ...er('ajout', 'rajout', 'not', 'post', 'laiss', 'comment', 'mett'),
      ...words('add mets ecris ecrire write leave saisis comment suivi followup ajout'),
    ],
    nouns: [
      ...ticket,
      ...words(
        'suivi suivie note commentaire comment followup follow up public publique prive privee private',
      ),
      ...words('interne internal visible client customer by par'),
    ],
  },
  'ticket-task': {
    ...inTicketText,
    verbs: [...er('ajout', 'rajout', 'planifi', 'cre'), ...words('add create plan tache task')],
    nouns: [...ticket, ...words('tache task todo')],
  },
  'ticket-assign': {
    mostPeople: 1,
    names: [...people, number, team],
    verbs: [
      ...er(
        'assign',
        'attribu',
        'affect',
        'reassign',
        'reattribu',
        'dispatch',
        'pass',
        'donn',
        'transfer',
        'confi',
      ),
      ...words('assign reassign dispatch give hand mets'),
    ],
    nouns: [...ticket, ...words('groupe group equipe team technicien technician')],
  },
  'ticket-status': {
    ...onTicket,
    verbs: [
      ...er('pass', 'bascul', 'chang', 'modifi', 'rouvr', 'reouvr'),
      ...words('mets mettre mettez remets set put switch make move rouvrir reouvrir reopen'),
    ],
    nouns: [
      ...ticket,
      ...words('en attente pending hold cours planifie planned nouveau new assigned progress suspens'),
      ...words('etat statut status state stand by'),
    ],
  },
  'ticket-priority': {
    ...onTicket,
    verbs: [
      ...er('pass', 'chang', 'modifi', 'augment', 'baiss', 'mont'),
      ...words('mets mettre mettez set put make raise lower move descends'),
    ],
    nouns: [
      ...ticket,
      ...words(
        'en priorite priority prio urgence urgency tres very haute haut high basse bas low moyenne moyen',
      ),
      ...words('medium normale normal majeure major faible elevee critique critical maximale 1 2 3 4 5 6'),
    ],
  },
  'ticket-solution': {
    ...inTicketText,
    verbs: [
      ...er('ajout', 'pass', 'marqu', 'enregistr'),
      ...words('resous resoudre resolvez solve resolve add mets mark set saisis'),
    ],
    nouns: [...ticket, ...words('solution resolu solved resolved as comme with avec')],
  },
  'ticket-close': {
    ...inTicketText,
    verbs: [...er('ferm', 'clotur'), ...words('clos clore close')],
    nouns: ticket,
  },
}

/** By intent; an intent that acts and has no parts here is always asked about. */
export const orderParts: Readonly<Record<string, OrderParts>> = {
  ...accountOrders,
  ...ticketOrders,
  'client-notify': {
    ...inTicketText,
    names: [number, client],
    verbs: [
      ...er('inform', 'notifi', 'envoi', 'envoy', 'avert'),
      ...words('previens prevenir prevenez avertis avertir notify inform send ecris ecrire write fais'),
    ],
    nouns: [...ticket, ...words('mail mails message email courriel client about that que chez at')],
  },
  'alert-acknowledge': {
    mostPeople: 0,
    names: [alert, number],
    verbs: [...er('acquitt'), ...words('acknowledge ack prends prenez prendre')],
    nouns: words('alerte alert alarme alarm compte en n'),
  },
  'case-save': {
    ...inTicketText,
    verbs: [...er('enregistr', 'sauvegard', 'memoris', 'ajout', 'archiv'), ...words('save record store add')],
    nouns: words('cas case ce cet this nouveau new resolu solved base connaissances knowledge'),
  },
}
