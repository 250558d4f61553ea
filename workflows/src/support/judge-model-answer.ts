import { z } from 'zod'
import { type Classification, defaultThreshold } from './classify/classify-ticket.ts'
import { Category, type Reason } from './ticket.ts'

/** What a language model is asked to answer; more fields are ignored, less is no answer. */
export const ModelAnswer = z.object({
  category: Category,
  confidence: z.number().min(0).max(1),
  reason: z.string().max(2000).optional(),
})

/** The most that a model that agrees may add: the rules alone stay the judge of what they hardly saw. */
const mostRaise = 0.15
/** What takes a classification under the threshold, so that a person decides. */
const stepUnder = 0.05

function readAnswer(answer: string): z.infer<typeof ModelAnswer> | null {
  const [json] = /\{[\s\S]*\}/.exec(answer) ?? []
  if (json === undefined) return null
  try {
    return ModelAnswer.safeParse(JSON.parse(json)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const note = (rule: string, fr: string, en: string): Reason => ({ rule, fr, en })

const unreadable = note('model_unreadable', 'réponse du modèle inutilisable', 'unusable answer of the model')
const agreed = note('model_agrees', 'le modèle est du même avis', 'the model agrees')
const wary = note('model_wary', 'le modèle voit une autre demande', 'the model sees another request')
const refused = note(
  'model_not_followed',
  'le modèle demande plus que les règles : non suivi',
  'the model asks for more than the rules: not followed',
)

const changesAccount: ReadonlySet<Category> = new Set<Category>(['RESET_MDP', 'DEBLOCAGE'])

const limited = new Set([
  'injected_text',
  'hidden_text',
  'several_problems',
  'other_language',
  'too_long',
  'says_more',
])

/**
 * The rules' classification after a model's answer (raw text, perhaps wrong or written by the ticket itself).
 * A ticket's text reaches the model, so its answer may be the ticket author's wish: it may take action away
 * (towards a person), never add any. It adds confidence only where the rules had chosen the same category.
 * `threshold`: the confidence under which the workflow escalates.
 */
export function judgeModelAnswer(
  rules: Classification,
  answer: string,
  threshold = defaultThreshold,
): Classification {
  const model = readAnswer(answer)
  const add = (reason: Reason, change: Partial<Classification> = {}) => ({
    ...rules,
    ...change,
    reasons: [...rules.reasons, reason],
  })
  if (model === null) return add(unreadable)
  if (model.category === rules.category) {
    // What made the rules wary (orders to a program, hidden text, two requests) is not for the model to forgive.
    // Nor is it to lift a change of an account over the threshold: nobody but the rules lets that run by itself.
    const isLimited =
      rules.reasons.some(({ rule }) => limited.has(rule)) ||
      (changesAccount.has(rules.category) && rules.confidence < threshold)
    if (isLimited || model.confidence <= rules.confidence) {
      // A model that agrees but doubts lowers: doubt is always towards a person.
      return add(agreed, {
        confidence: Math.min(rules.confidence, Math.max(model.confidence, rules.confidence - mostRaise)),
      })
    }
    return add(agreed, { confidence: Math.min(model.confidence, rules.confidence + mostRaise, 0.97) })
  }
  // Away from an action: followed, and handed to a person; the rules' other reading keeps the confidence low.
  if (model.category === 'AUTRE')
    return add(wary, {
      category: 'AUTRE',
      confidence: Math.min(rules.confidence, Math.max(0, threshold - stepUnder)),
    })
  // AUTRE to an action, or one action to another: the rules saw no evidence for it. A person decides.
  return add(rules.category === 'AUTRE' ? refused : wary, {
    confidence: Math.min(rules.confidence, Math.max(0, threshold - stepUnder)),
  })
}
