import type { Intent } from '../intent.ts'
import { say } from '../render/blocks.ts'

/** A greeting and nothing else. */
export const greeting: Intent = {
  id: 'greeting',
  title: { fr: 'salutations', en: 'greetings' },
  example: { fr: 'Bonjour', en: 'Hello' },
  needs: [],
  isAside: true,
  patterns: [{ weight: 0.6, all: ['greeting'], weak: true }],
  plan: () => [],
  render: (turn) =>
    say(turn, {
      fr: "Bonjour. Je suis l'assistant intégré du Hub : je consulte vos outils et je cite mes sources, sans modèle de langage. Écrivez « aide » pour voir ce que je sais faire.",
      en: 'Hello. I am the built-in assistant of the Hub: I look things up in your tools and quote my sources, without a language model. Write "help" to see what I can do.',
    }),
}
