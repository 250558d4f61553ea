import type { LocalizedText } from '@hub/contracts'
import type { Intent, Pattern, Turn } from '../intent.ts'
import { say } from '../render/blocks.ts'

interface Limit {
  id: string
  title: LocalizedText
  example: LocalizedText
  patterns: Pattern[]
  answer: LocalizedText
}

/** Something the assistant says without any tool. */
function sentence({ answer, ...limit }: Limit): Intent {
  return { ...limit, needs: [], isAside: true, plan: () => [], render: (turn) => say(turn, answer) }
}

/** What only a language model can do. */
export const needsModel = sentence({
  id: 'needs-model',
  title: { fr: 'rédaction, traduction, résumé libre', en: 'writing, translating, free summaries' },
  example: { fr: 'Traduis ce texte en anglais', en: 'Translate this text into French' },
  patterns: [
    { weight: 12.8, all: ['rewrite'], without: ['ticketIds'] },
    { weight: 7.6, all: ['opinion'], without: ['login', 'hostnames', 'ticketIds'] },
  ],
  answer: {
    fr: 'Je ne peux pas le faire sans modèle de langage : rédiger, traduire, résumer librement, écrire un script ou donner un avis. Je consulte vos outils et je cite la base de connaissances. Écrivez « aide » pour la liste.',
    en: 'I cannot do this without a language model: writing, translating, free summaries, scripts and opinions. I look things up in your tools and quote the knowledge base. Write "help" for the list.',
  },
})

/** Talk that has nothing to do with a service desk. */
export const outOfScope = sentence({
  id: 'out-of-scope',
  title: { fr: 'hors sujet', en: 'out of scope' },
  example: { fr: 'Quel temps fait-il ?', en: 'Tell me a joke' },
  patterns: [
    {
      weight: 7.7,
      all: ['beside'],
      without: ['login', 'hostnames', 'ticketIds'],
      none: ['ticket', 'rewrite'],
    },
  ],
  answer: {
    fr: 'Ce n’est pas de mon ressort : je réponds sur vos équipements, tickets, comptes et procédures. Écrivez « aide » pour la liste.',
    en: 'That is beyond me: I answer about your devices, tickets, accounts and procedures. Write "help" for the list.',
  },
})

/** An action that is named only to say that it must not be done. */
export const nothingToDo = sentence({
  id: 'nothing-to-do',
  title: { fr: 'ce qu’il ne faut pas faire', en: 'what must not be done' },
  example: {
    fr: 'Ne réinitialise pas le mot de passe de jean.dupont',
    en: 'Do not reset the password of jean.dupont',
  },
  patterns: [{ weight: 20, all: ['refused'] }],
  answer: {
    fr: 'Entendu : je ne lance rien. Ce qui a déjà été fait ou demandé reste en l’état.',
    en: 'Understood: I start nothing. What was already done or asked for stays as it is.',
  },
})

/** A no to our own question, or a request taken back. */
export const cancel: Intent = {
  id: 'cancel',
  title: { fr: 'abandon', en: 'cancelling' },
  example: { fr: 'Non, laisse tomber', en: 'No, forget it' },
  patterns: [
    { weight: 6, all: ['no'], without: ['login', 'hostnames', 'ticketIds', 'clientPhrase', 'approvalId'] },
  ],
  needs: [],
  isAside: true,
  plan: () => [],
  render: (turn) => [nothingMore(turn), ...pendingApprovals(turn)].join(' '),
}

const nothingMore = (turn: Turn) =>
  say(turn, {
    fr: 'Je ne lance rien de plus. Ce qui a déjà été fait ou demandé reste en l’état.',
    en: 'I start nothing more. What was already done or asked for stays as it is.',
  })

const pendingApprovals = (turn: Turn) =>
  turn.earlier
    .flatMap(({ status, approval }) => (status === 'approval_required' && approval ? [approval] : []))
    .filter(({ grantId }) => grantId === undefined)
    .map(({ approvalId }) =>
      say(turn, {
        fr: `La demande **${approvalId}** peut encore être exécutée : elle s’annule dans SAFEGUARD.`,
        en: `Request **${approvalId}** may still be executed: it is cancelled in SAFEGUARD.`,
      }),
    )

/** Thanks and nothing else. */
export const thanks = sentence({
  id: 'thanks',
  title: { fr: 'remerciements', en: 'thanks' },
  example: { fr: 'Merci', en: 'Thanks' },
  patterns: [
    { weight: 0.7, all: ['thanks'], weak: true },
    { weight: 0.6, all: ['goodbye'], weak: true },
  ],
  answer: { fr: 'Avec plaisir.', en: 'You are welcome.' },
})

/** A yes to no question of ours. */
export const bareYes = sentence({
  id: 'bare-yes',
  title: { fr: 'accord sans question', en: 'a yes to no question' },
  example: { fr: 'Oui', en: 'Yes' },
  patterns: [{ weight: 0.4, all: ['yes'], weak: true }],
  answer: {
    fr: 'Je n’ai rien en attente de votre part : dites ce qu’il faut faire en une phrase.',
    en: 'I am not waiting for an answer: say what to do in one sentence.',
  },
})
