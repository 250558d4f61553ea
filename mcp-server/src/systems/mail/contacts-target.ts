import type { ActionTarget } from '@hub/contracts'
import type { Recipients } from './recipients.ts'

/** The people a mail goes to: another list of addresses is another target. */
export function contactsTarget({ clientId, clientName, addresses }: Recipients): ActionTarget {
  const recipients = addresses.join(',')
  return {
    system: 'mail',
    kind: 'client_contacts',
    id: `${clientId}:${recipients}`,
    name: clientName,
    attributes: { clientName, recipients, recipientCount: addresses.length },
  }
}
