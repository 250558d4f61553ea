import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { MailFaults } from './mail-faults.ts'
import type { Mailbox } from './mailbox.ts'

/** One step of a mail transaction; `drop` cuts the connection. */
export interface Step {
  session: SMTPServerSession
  faults: MailFaults
  drop: () => void
}

/** An error that smtp-server answers with that reply code. */
export function reply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}

/** MAIL FROM or RCPT TO: accepted unless a fault strikes. Throws the refusal. */
export async function acceptAddress(
  { faults, drop }: Step,
  { stage, address }: { stage: 'sender' | 'recipient'; address: string },
): Promise<void> {
  const fault = faults.take(stage, address)
  if (fault?.kind === 'refuse') throw reply(fault.code ?? 550, 'Refused by the demo')
  if (fault?.kind === 'greylist') throw reply(451, '4.7.1 Greylisted, try again later')
  if (fault?.kind === 'drop') drop()
  if (fault?.kind === 'delay') await wait(fault.ms)
}

/** The end of DATA: the message is kept, then answered, unless a fault strikes. Throws the refusal. */
export async function acceptMessage(
  { session, faults, drop }: Step,
  { stream, mailbox, now }: { stream: SMTPServerDataStream; mailbox: Mailbox; now: () => Date },
): Promise<void> {
  const raw = await buffer(stream)
  if (stream.sizeExceeded) throw reply(552, 'Message too large')
  const fault = faults.take('message')
  if (fault?.kind === 'refuse') throw reply(fault.code ?? 554, 'Refused by the demo')
  if (fault?.kind !== 'drop' || fault.kept !== false) await mailbox.store(raw, arrivalOf(session, now()))
  if (fault?.kind === 'drop') drop()
  if (fault?.kind === 'delay') await wait(fault.ms)
}

function arrivalOf({ envelope, secure }: SMTPServerSession, at: Date) {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
  return { at, secure, envelope: { from, recipients: envelope.rcptTo.map(({ address }) => address) } }
}
