/** Where in a transaction a fault strikes: at MAIL FROM, at each RCPT TO, or between the end of DATA and its answer. */
export type MailStage = 'sender' | 'recipient' | 'message'

/**
 * How the mail server misbehaves. `drop` at `message` cuts the connection before the 250; the message is kept
 * unless `kept` is false, so a sender cannot know. `delay` answers normally, only late.
 */
export type MailFault = {
  /** How many times it strikes; 1 unless told. */
  count?: number
} & (
  | { kind: 'refuse'; at: MailStage; code?: number; address?: string }
  | { kind: 'greylist'; address?: string }
  | { kind: 'drop'; at: MailStage; kept?: boolean }
  | { kind: 'delay'; at: MailStage; ms: number }
)

export interface MailFaults {
  failNext(fault: MailFault): void
  clear(): void
  /** Takes the first fault of that stage, and of that recipient. */
  take(stage: MailStage, address?: string): MailFault | undefined
}

/** A queue of faults in front of the mail server. */
export function createMailFaults(): MailFaults {
  let queue: { fault: MailFault; left: number }[] = []
  return {
    failNext: (fault) => {
      queue.push({ fault, left: fault.count ?? 1 })
    },
    clear: () => {
      queue = []
    },
    take: (stage, address) => {
      const found = queue.find(({ fault }) => stageOf(fault) === stage && concerns(fault, address))
      if (found === undefined) return undefined
      found.left -= 1
      queue = queue.filter(({ left }) => left > 0)
      return found.fault
    },
  }
}

function stageOf(fault: MailFault): MailStage {
  return fault.kind === 'greylist' ? 'recipient' : fault.at
}

function concerns(fault: MailFault, address: string | undefined): boolean {
  return !('address' in fault) || fault.address === undefined || fault.address === address
}
