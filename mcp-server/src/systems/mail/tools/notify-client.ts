import { ConflictError, type LocalizedText, mailNotifyClient, UpstreamError } from '@hub/contracts'
import type { z } from 'zod'
import { defineEffectTool, type ToolContext, type Verification } from '../../../tools/define-tool.ts'
import type { MailClient } from '../client/create-client.ts'
import { configured } from '../configured.ts'
import { contactsTarget } from '../contacts-target.ts'
import { htmlPart, subjectLine, textPart } from '../format/message.ts'
import { messageIdOf } from '../format/message-id.ts'
import { mailPreview } from '../mail-preview.ts'
import { chooseRecipients, type FindContacts } from '../recipients.ts'

type Args = z.infer<typeof mailNotifyClient.input>
type Sent = z.infer<typeof mailNotifyClient.output>

export interface MailParts {
  /** Absent when no mail server is configured: the tool then says so. */
  mail: MailClient | undefined
  findContacts: FindContacts
}

/** `mail_notify_client`: a plain text mail to the addresses that GLPI holds for a client. */
export function notifyClientTool(parts: MailParts) {
  const recipientsOf = async ({ client, contact }: Args, { signal }: ToolContext) =>
    chooseRecipients(await parts.findContacts(client, signal), contact)
  const executionOf = (args: Args, at: { mail: MailClient; targetId: string; startedAt: Date }) => ({
    messageId: messageIdOf({
      draft: args,
      targetId: at.targetId,
      key: args.idempotencyKey,
      at: at.startedAt,
      from: at.mail.from.address,
    }),
    startedAt: at.startedAt,
  })
  return defineEffectTool({
    descriptor: mailNotifyClient,
    reversible: false,
    async target(args, ctx) {
      configured(parts.mail)
      return contactsTarget(await recipientsOf(args, ctx))
    },
    async preview(args, ctx) {
      const { from } = configured(parts.mail)
      const to = await recipientsOf(args, ctx)
      if (ctx.target && contactsTarget(to).id !== ctx.target.id) throw recipientsChanged(to.clientName)
      return mailPreview(args, { from, senderName: nameOf(from), to })
    },
    async run(args, ctx) {
      const mail = configured(parts.mail)
      const targetId = ctx.target?.id ?? ''
      const execution = executionOf(args, { mail, targetId, startedAt: ctx.now })
      const attempt = mail.begin(execution)
      const to = await recipientsOf(args, ctx).catch(contactsUnread)
      if (contactsTarget(to).id !== targetId) throw recipientsChanged(to.clientName)
      const senderName = nameOf(mail.from)
      const delivery = await attempt.send(
        {
          to: to.addresses,
          subject: subjectLine(args),
          text: textPart(args, senderName),
          html: htmlPart(args, senderName),
        },
        ctx.signal,
      )
      const data = { messageId: execution.messageId, clientName: to.clientName, ...delivery }
      return { data, summary: summaryOf(data) }
    },
    verify: async (_args, { data }) => verificationOf(data),
    async reconcile(args, startedAt, { target }) {
      if (parts.mail === undefined || target === undefined) return 'unknown'
      const outcome = parts.mail.outcomeOf(
        executionOf(args, { mail: parts.mail, targetId: target.id, startedAt }),
      )
      return outcome === 'accepted' ? 'yes' : outcome === 'not_sent' ? 'no' : 'unknown'
    },
  })
}

const nameOf = ({ name, address }: MailClient['from']) => (name === '' ? address : name)

/** Whatever kept GLPI from answering: no mail was begun, and that is what counts. */
function contactsUnread(error: unknown): never {
  if (!(error instanceof UpstreamError)) throw error
  throw new UpstreamError(`The contacts could not be read again; nothing was sent (${error.message})`, {
    reason: 'mail.contacts_unread',
  })
}

function recipientsChanged(client: string): ConflictError {
  return new ConflictError(`The contacts of ${client} are not those that were shown; nothing was sent`, {
    reason: 'mail.recipients_changed',
    params: { client },
  })
}

function summaryOf({ clientName, accepted, rejected }: Sent): LocalizedText {
  const count = accepted.length
  const s = count > 1 ? 's' : ''
  if (rejected.length === 0)
    return {
      fr: `Message envoyé à ${count} destinataire${s} de ${clientName}.`,
      en: `Mail sent to ${count} recipient${s} of ${clientName}.`,
    }
  const list = rejected.join(', ')
  return {
    fr: `Message envoyé à ${count} destinataire${s} de ${clientName} ; refusé pour ${list}.`,
    en: `Mail sent to ${count} recipient${s} of ${clientName}; refused for ${list}.`,
  }
}

/** SMTP gives no second look: the answer of the server is all there is, and no proof of delivery. */
function verificationOf({ accepted, rejected, response }: Sent): Verification {
  if (rejected.length > 0)
    return {
      status: 'mismatch',
      detail: {
        fr: `Le serveur a accepté ${accepted.join(', ')} et refusé ${rejected.join(', ')}.`,
        en: `The server accepted ${accepted.join(', ')} and refused ${rejected.join(', ')}.`,
      },
    }
  return {
    status: 'verified',
    detail: {
      fr: `Accepté par le serveur de messagerie (${response}) ; la remise elle-même ne peut pas être relue.`,
      en: `Accepted by the mail server (${response}); the delivery itself cannot be read back.`,
    },
  }
}
