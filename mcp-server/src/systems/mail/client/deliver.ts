import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'

/** What the server said of a message (RFC 5321 section 4.2). */
export interface Delivery {
  accepted: string[]
  rejected: string[]
  /** The answer to the whole message, one line. */
  response: string
}

export interface Parcel {
  from: string
  to: readonly string[]
  /** The message as it goes over the wire. */
  raw: Buffer
}

/**
 * Hands a message over. `onContent` is called when the server has asked for the content: before that, nothing can
 * have been delivered.
 * @throws what nodemailer gives
 */
export function deliver(
  connection: SMTPConnection,
  { from, to, raw }: Parcel,
  onContent: () => void,
): Promise<Delivery> {
  const content = new Readable({
    read() {
      onContent()
      this.push(raw)
      this.push(null)
    },
  })
  return new Promise((resolve, reject) => {
    connection.send({ from, to: [...to], size: raw.length }, content, (error, info) => {
      if (error) return reject(error)
      const { accepted, rejected, response } = info
      resolve({ accepted, rejected, response: oneLine(response) })
    })
  })
}

const oneLine = (text: string) =>
  text
    .replace(/[^\x20-\x7E]+/g, ' ')
    .trim()
    .slice(0, 200)
