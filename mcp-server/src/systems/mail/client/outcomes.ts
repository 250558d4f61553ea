/** What this process knows of a message it tried to send. */
export type MailOutcome = 'accepted' | 'not_sent' | 'unknown'

/** One execution: a message that is sent again later has the same id, and an outcome of its own. */
export interface MailExecution {
  messageId: string
  startedAt: Date
}

export interface MailOutcomes {
  /** A try of an execution; nothing has left yet. @returns how to say what became of it */
  begin(execution: MailExecution): (outcome: MailOutcome) => void
  /** `unknown` also for an execution of another process or of long ago, and when its tries ended differently. */
  of(execution: MailExecution): MailOutcome
}

const capacity = 1000

/** Remembers the last 1000 executions: SMTP has no way to ask the server about a message. */
export function createMailOutcomes(): MailOutcomes {
  const tries = new Map<string, { outcome: MailOutcome }[]>()
  return {
    begin(execution) {
      const key = keyOf(execution)
      const own: { outcome: MailOutcome } = { outcome: 'not_sent' }
      const earlier = tries.get(key) ?? []
      tries.delete(key)
      tries.set(key, [...earlier, own])
      const [oldest] = tries.keys()
      if (tries.size > capacity && oldest !== undefined) tries.delete(oldest)
      return (outcome) => {
        own.outcome = outcome
      }
    },
    of(execution) {
      const [outcome = 'unknown', ...others] = new Set(
        (tries.get(keyOf(execution)) ?? []).map((one) => one.outcome),
      )
      return others.length === 0 ? outcome : 'unknown'
    },
  }
}

const keyOf = ({ messageId, startedAt }: MailExecution) => `${startedAt.getTime()} ${messageId}`
