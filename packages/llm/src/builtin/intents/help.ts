import type { Intent, Turn } from '../intent.ts'
import { bullets, paragraphs, say } from '../render/blocks.ts'

/** What the assistant can do with the tools of this request. The list is given by the caller to keep intents apart. */
export function renderAbilities(turn: Turn, abilities: Intent[]): string {
  const possible = abilities.filter(({ needs }) => needs.every((tool) => turn.offered.has(tool)))
  if (possible.length === 0) {
    return say(turn, {
      fr: "Aucun outil n'est proposé dans ce mode ou à votre niveau d'habilitation. Passez en mode **assistant** pour consulter GLPI, Observium, Active Directory et la base de connaissances.",
      en: 'No tool is offered in this mode or at your accreditation. Switch to the **assistant** mode to look things up in GLPI, Observium, Active Directory and the knowledge base.',
    })
  }
  const list = possible.map(({ title, example }) => {
    const text = say(turn, example)
    return `${say(turn, title)}${turn.language === 'fr' ? ` : « ${text} »` : `: "${text}"`}`
  })
  return paragraphs(
    say(turn, { fr: 'Voici ce que je sais faire :', en: 'Here is what I can do:' }),
    bullets(list),
  )
}

/** A question about the assistant itself. Its answer is written by `renderAbilities`. */
export const help: Intent = {
  id: 'help',
  title: { fr: 'aide', en: 'help' },
  example: { fr: 'Aide', en: 'Help' },
  needs: [],
  isAside: true,
  patterns: [{ weight: 3.5, all: ['help'] }],
  plan: () => [],
  render: (turn) =>
    say(turn, {
      fr: "Je suis l'assistant intégré du Hub : pas un modèle de langage, mais des intentions reconnues, vos outils et leurs résultats.",
      en: 'I am the built-in assistant of the Hub: not a language model, but recognised requests, your tools and their results.',
    }),
}
