import type { Intent } from '../intent.ts'
import { say } from '../render/blocks.ts'

/** Something to do that no intent covers: it says so instead of answering another question. */
export const unsupportedAction: Intent = {
  id: 'unsupported-action',
  title: { fr: 'autres actions', en: 'other actions' },
  example: { fr: 'Redémarre SWITCH-CLIN-STJEAN', en: 'Reboot SWITCH-CLIN-STJEAN' },
  needs: [],
  isAside: true,
  patterns: [{ weight: 9.2, all: ['otherAction'], without: ['body'], none: ['followup', 'similar'] }],
  plan: () => [],
  render: (turn) =>
    say(turn, {
      fr: "Je n'ai rien fait : sans modèle de langage, je ne sais pas lancer cette action. Écrivez « aide » pour la liste de ce que je sais faire.",
      en: 'I did nothing: without a language model I cannot start this action. Write "help" for the list of what I can do.',
    }),
}
