import { hour, minute } from '../../clock.ts'
import { clients } from '../../data/clients.ts'
import { toHtml } from '../../data/html.ts'
import { people } from '../../data/people.ts'
import type { TicketDraft } from './ticket-draft.ts'

export const resetTicketId = 1234
export const slownessTicketId = 5678

function requesterOf(login: string): TicketDraft['requester'] {
  const person = people.find((candidate) => candidate.login === login)
  const client = clients.find((candidate) => candidate.name === person?.client)
  if (!person || !client) throw new Error(`The demo has no person with login ${login}`)
  return { person, client, slots: {} }
}

const untouched = { takenAt: null, thread: [], task: null, solution: null, isAnonymous: false } as const

/** Ticket 1234: a forgotten password, untouched since three hours. */
export const resetTicket = (now: number): TicketDraft => ({
  ...untouched,
  requester: requesterOf('jean.dupont'),
  story: { category: 2, type: 2, urgency: 3 },
  status: 1,
  title: 'Reset MDP - Jean Dupont',
  openedAt: now - 3 * hour,
  content: toHtml(
    'Bonjour,',
    "Je reviens de deux semaines de congés et je n'arrive plus à ouvrir ma session Windows (login jean.dupont) : le mot de passe est refusé. J'ai essayé deux fois et je préfère m'arrêter avant de bloquer le compte.",
    "Pouvez-vous réinitialiser mon mot de passe ? Je suis à l'infirmerie de l'EHPAD Les Jardins jusqu'à 17h, poste 11 10.",
    'Merci,\nJean Dupont\nInfirmier coordinateur',
  ),
})

/** Ticket 5678: a slow network at Clinique Saint-Jean, being worked on. */
export const slownessTicket = (now: number): TicketDraft => ({
  ...untouched,
  requester: requesterOf('philippe.garnier'),
  story: { category: 12, type: 1, urgency: 4 },
  status: 2,
  title: 'Lenteurs réseau au plateau technique',
  openedAt: now - 55 * minute,
  takenAt: now - 40 * minute,
  content: toHtml(
    'Bonjour,',
    "Depuis ce matin le réseau est très lent au plateau technique de la Clinique Saint-Jean : les images mettent plusieurs minutes à s'ouvrir et le dossier patient se fige. Le bâtiment principal semble moins touché.",
    "Une quinzaine de postes sont raccordés sur SWITCH-CLIN-STJEAN. Rien n'a été changé chez nous depuis vendredi.",
    'Cordialement,\nPhilippe Garnier\nResponsable biomédical',
  ),
  thread: [
    {
      by: 'technician',
      text: 'Bonjour, nous regardons la supervision du commutateur et du lien opérateur. La lenteur concerne-t-elle aussi la navigation internet ?',
      at: now - 38 * minute,
    },
    {
      by: 'requester',
      text: "Internet est correct, c'est surtout l'accès aux serveurs d'images.",
      at: now - 25 * minute,
    },
  ],
})
