import PostalMime from 'postal-mime'

/** A message that the server accepted, with the envelope it came in. */
export interface StoredMail {
  at: Date
  /** Envelope, not headers: who was really written to. */
  envelope: { from: string; recipients: string[] }
  /** The connection was encrypted. */
  secure: boolean
  messageId: string
  subject: string
  from: string
  to: string[]
  /** Header lines by lower-case name; a repeated header is joined with a line break. */
  headers: Record<string, string>
  text: string
  html: string
}

export interface Mailbox {
  store(raw: Uint8Array, arrival: Pick<StoredMail, 'at' | 'envelope' | 'secure'>): Promise<void>
  list(): readonly StoredMail[]
  clear(): void
}

const capacity = 500

/** Keeps the last 500 messages in memory. */
export function createMailbox(): Mailbox {
  const mails: StoredMail[] = []
  return {
    store: async (raw, arrival) => {
      mails.push(await read(raw, arrival))
      if (mails.length > capacity) mails.shift()
    },
    list: () => [...mails],
    clear: () => {
      mails.length = 0
    },
  }
}

async function read(
  raw: Uint8Array,
  arrival: Pick<StoredMail, 'at' | 'envelope' | 'secure'>,
): Promise<StoredMail> {
  const email = await PostalMime.parse(raw)
  const headers: Record<string, string> = {}
  for (const { key, value } of email.headers)
    headers[key] = headers[key] === undefined ? value : `${headers[key]}\n${value}`
  return {
    ...arrival,
    messageId: email.messageId ?? '',
    subject: email.subject ?? '',
    from: email.from?.address ?? '',
    to: (email.to ?? []).flatMap(({ address }) => address ?? []),
    headers,
    text: email.text ?? '',
    html: email.html ?? '',
  }
}
