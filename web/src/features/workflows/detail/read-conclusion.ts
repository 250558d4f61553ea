import type { WorkflowRunDetail } from '@hub/contracts'
import { z } from 'zod'

const Sentence = z.object({ fr: z.string(), en: z.string() })
export type Sentence = z.infer<typeof Sentence>
const Vote = Sentence.extend({ pointsTo: z.string() })
const Clue = Sentence.extend({ at: z.string().nullable().default(null) })

/** The items that can be read; what was cut or has no sentence is left out. */
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.flatMap((one) => item.safeParse(one).data ?? []))

const Facts = z.object({
  reasons: listOf(Sentence),
  suspicions: listOf(Sentence),
  escalated: listOf(Sentence),
  leftToHuman: z.unknown().transform(Boolean),
  rules: listOf(Vote),
  evidence: listOf(Clue),
})

const nothing = { reasons: [], suspicions: [], escalated: [], leftToHuman: false, rules: [], evidence: [] }

/** Why a run came to what it found: reasons of SUPPORT, rules and evidence of SENTINEL. */
export type Conclusion = z.infer<typeof Facts>

const ownKeys: Record<string, readonly string[]> = {
  support: ['reasons', 'suspicions', 'isSuspicious', 'escalated', 'leftToHuman', 'decision'],
  // The title names the cause, and the head how long it lasts.
  sentinel: ['rules', 'evidence', 'cause', 'durationMs'],
}

/** @returns the conclusion, null for a run that has none yet, and the facts that it does not tell */
export function readConclusion({ workflow, category, verdict, facts }: WorkflowRunDetail): {
  conclusion: Conclusion | null
  rest: Record<string, unknown>
} {
  if (category === null && verdict === null && !facts.leftToHuman) return { conclusion: null, rest: facts }
  const read = Facts.parse({ ...nothing, ...facts })
  const isTold = (key: string) => {
    const list = Object.entries(read).find(([name]) => name === key)?.[1]
    const isRead = !Array.isArray(list) || list.length > 0
    return (ownKeys[workflow]?.includes(key) ?? false) && isRead
  }
  return { conclusion: read, rest: Object.fromEntries(Object.entries(facts).filter(([key]) => !isTold(key))) }
}
