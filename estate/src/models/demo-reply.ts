import type { ScriptedReply } from './scripted-reply.ts'

const sentence =
  'Réponse du modèle de démonstration : aucun modèle de langage ne tourne ici, seule cette phrase est renvoyée.'

/** The answer of the demo model: one fixed sentence, word by word. */
export function demoReply(): ScriptedReply {
  return { parts: sentence.split(/(?<= )/).map((text) => ({ text })) }
}
