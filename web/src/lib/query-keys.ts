const approvals = ['approvals'] as const
/** Why decisions are asked: fixed with the request, but for a note that the policy is another one now. */
const explanations = ['explanations'] as const
const health = ['health'] as const
const conversations = ['conversations'] as const
/** Documents and passages, what is reported of them, and how they come in. */
const knowledge = ['knowledge'] as const
/** Runs of the workflows and how these are switched. */
const workflows = ['workflows'] as const

/** First parts of every query key: what the live link and the sign-out act upon. */
export const queryKeys = {
  me: ['me'] as const,
  approvals,
  explanations,
  health,
  conversations,
  knowledge,
  workflows,
  /** What is read again after a gap, and every 30 s while polling. */
  live: [approvals, health, conversations, workflows],
}
