const approvals = ['approvals'] as const
const health = ['health'] as const
const conversations = ['conversations'] as const

/** First parts of every query key: what the live link and the sign-out act upon. */
export const queryKeys = {
  me: ['me'] as const,
  approvals,
  health,
  conversations,
  /** What is read again after a gap, and every 30 s while polling. */
  live: [approvals, health, conversations],
}
