import type { ActionPreview } from '@hub/contracts'
import { previewFact } from '../preview-fact.ts'
import type { Sender } from './client/settings.ts'
import { bodyText, type MailDraft, signature, subjectLine } from './format/message.ts'
import type { Recipients } from './recipients.ts'

const manyRecipients = 5

/** The whole mail as it will leave, for the one who decides. */
export function mailPreview(
  draft: MailDraft,
  { from, senderName, to }: { from: Sender; senderName: string; to: Recipients },
): ActionPreview {
  const count = to.addresses.length
  const line = (address: string) => {
    const name = to.names.get(address)
    return name === undefined ? address : `${name} <${address}>`
  }
  const changed = { changed: true }
  return {
    before: [],
    after: [
      previewFact('from', { fr: 'De', en: 'From' }, { value: `${senderName} <${from.address}>`, ...changed }),
      previewFact(
        'recipients',
        { fr: 'Destinataires', en: 'Recipients' },
        { value: to.addresses.map(line).join('\n'), ...changed },
      ),
      previewFact('subject', { fr: 'Objet', en: 'Subject' }, { value: subjectLine(draft), ...changed }),
      previewFact('body', { fr: 'Message', en: 'Message' }, { value: bodyText(draft), ...changed }),
      previewFact(
        'signature',
        { fr: 'Signature', en: 'Signature' },
        { value: signature(draft, senderName), ...changed },
      ),
    ],
    warnings: [
      {
        fr: 'Un message envoyé ne peut pas être repris.',
        en: 'A mail that has left cannot be taken back.',
      },
      ...(count > manyRecipients
        ? [{ fr: `Le message part à ${count} adresses.`, en: `The mail goes to ${count} addresses.` }]
        : []),
    ],
    complete: true,
  }
}
