import { holdsSecret } from '@hub/contracts'
import type { ExtractedCase } from './extract-case.ts'
import { wordsOf } from './similarity.ts'

/** Why a ticket teaches nothing that is worth keeping. */
export const rejections = [
  'no_solution',
  'empty_solution',
  'no_problem',
  'routine',
  'duplicate_ticket',
  'abandoned',
  'too_much_hidden',
  'holds_secret',
  'holds_personal_data',
] as const
export type Rejection = (typeof rejections)[number]

const fewestWords = { problem: 4, solution: 6 }
/** Above this share of hidden words what is left cannot be followed. */
const mostHidden = 0.25

const routine =
  /\b(?:r[ée]initialis\p{L}*|reset|d[ée]verrouill\p{L}*|d[ée]bloqu\p{L}*|unlock\p{L}*)\b[^.\n]{0,60}\b(?:mots? de passe|mdp|passwords?|comptes?|accounts?|sessions?)\b|\b(?:mots? de passe|password|comptes?|account)\b[^.\n]{0,40}\b(?:r[ée]initialis|reset|d[ée]verrouill|d[ée]bloqu|unlock)/iu
const duplicate =
  /\b(?:doublon|duplicate (?:of|ticket)|d[ée]j[àa] trait[ée]|voir (?:le )?ticket|see ticket|same as ticket)(?!\p{L})/iu
const abandoned =
  /\b(?:sans (?:nouvelles?|r[ée]ponse|retour)|plus d['’]actualit[ée]|annul[ée]e?|r[ée]solu (?:tout )?seul|erreur de l['’]utilisat|no (?:answer|reply|response)|no longer (?:needed|relevant)|cancelled|canceled|resolved itself)(?!\p{L})/iu
const leftovers = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
  /(?:\+33|\b0)[\s.-]?[1-9](?:[\s.-]?\d{2}){4}\b/,
  /\d(?:[\s.-]?\d){8,}/,
]

/** Whether a case is worth keeping. @returns the rule against it, null when there is none */
export function judgeCase({
  problem,
  cause,
  solution,
  title,
  kept,
  hidden,
}: ExtractedCase): Rejection | null {
  const all = [title, problem, cause, solution].join('\n')
  const solved = wordsOf(solution).length
  if (solution === '') return 'no_solution'
  if (duplicate.test(solution)) return 'duplicate_ticket'
  if (abandoned.test(solution) && solved < 20) return 'abandoned'
  if (solved < fewestWords.solution) return 'empty_solution'
  if (wordsOf(`${title} ${problem}`).length < fewestWords.problem) return 'no_problem'
  if (routine.test(solution) && solved < 25) return 'routine'
  if (hidden / Math.max(1, hidden + kept) > mostHidden) return 'too_much_hidden'
  if (holdsSecret(all)) return 'holds_secret'
  if (leftovers.some((pattern) => pattern.test(all))) return 'holds_personal_data'
  return null
}
