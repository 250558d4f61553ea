import type { Actor } from '@hub/contracts'
import type { TFunction } from 'i18next'

/** Who asked, for a person to read. */
export function requesterName(actor: Actor, t: TFunction<'approvals'>): string {
  switch (actor.type) {
    case 'user':
      return actor.displayName
    case 'workflow':
      return t('requester.workflow', { name: actor.name })
    case 'mcp-client':
      return t('requester.client', { name: actor.name })
    case 'system':
      return t('requester.system', { name: actor.name })
  }
}
