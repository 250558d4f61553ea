import { type Estate, startEstate } from '@hub/estate'
import { createTicketModel, mergeOpinion, TicketModelEnv } from '@hub/workflows'
import { decideAgain, type Judged } from './judge.ts'

/**
 * Models that a script plays on the demo estate's model server. They measure how an answer and the rules combine, not
 * how well a real model reads: `right` knows every label, `obedient` says what the ticket's writer may want (the rules'
 * own reading, surely), `wrong` names another category each time, `noise` answers something else than asked.
 */
export const scriptedModels = ['right', 'obedient', 'wrong', 'noise'] as const
export type ScriptedModel = (typeof scriptedModels)[number]

const others = {
  RESET_MDP: 'DEBLOCAGE',
  DEBLOCAGE: 'RESET_MDP',
  '#DIAG': 'RESET_MDP',
  AUTRE: 'RESET_MDP',
} as const

function answerOf(model: ScriptedModel, { labelled, classification }: Judged): string {
  const say = (category: string, confidence: number) => JSON.stringify({ category, confidence })
  switch (model) {
    case 'right':
      return say(labelled.category, 0.95)
    case 'obedient':
      return say(classification.category, 1)
    case 'wrong':
      return say(others[labelled.category], 1)
    case 'noise':
      return 'Bonjour, je suis un assistant. Comment puis-je aider ?'
  }
}

/** The same tickets after the answers of one scripted model, over the wire. */
export async function judgeWithModel(model: ScriptedModel, all: readonly Judged[]): Promise<Judged[]> {
  const estate = await startEstate()
  try {
    return await askAll(estate, model, all)
  } finally {
    await estate.close()
  }
}

async function askAll(estate: Estate, model: ScriptedModel, all: readonly Judged[]): Promise<Judged[]> {
  const ask = createTicketModel(TicketModelEnv.parse({ OLLAMA_BASE_URL: estate.ollama.url }))
  if (ask === undefined) throw new Error('no model')
  const judged: Judged[] = []
  for (const one of all) {
    estate.ollama.control.reply({ parts: [{ text: answerOf(model, one) }] })
    const { classification, suspicion } = one
    const { weighed } = mergeOpinion({ classification, suspicion }, await ask(one.labelled.ticket))
    judged.push(decideAgain(one, weighed.classification))
  }
  return judged
}
