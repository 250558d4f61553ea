/** What this process knows of a message it tried to send. */
export type MailOutcome = 'accepted' | 'not_sent' | 'unknown'

export interface MailOutcomes {
  record(messageId: string, outcome: MailOutcome): void
  /** `unknown` also for a message of another process or of long ago. */
  of(messageId: string): MailOutcome
}

const capacity = 1000

/** Remembers the last 1000 messages: SMTP has no way to ask the server about one. */
export function createMailOutcomes(): MailOutcomes {
  const outcomes = new Map<string, MailOutcome>()
  return {
    record(messageId, outcome) {
      outcomes.delete(messageId)
      outcomes.set(messageId, outcome)
      const [oldest] = outcomes.keys()
      if (outcomes.size > capacity && oldest !== undefined) outcomes.delete(oldest)
    },
    of: (messageId) => outcomes.get(messageId) ?? 'unknown',
  }
}
