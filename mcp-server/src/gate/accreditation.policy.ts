import {
  type Actor,
  ForbiddenError,
  hasAccreditation,
  isAtLeastLevel,
  neededToCall,
  type SecurityLevel,
} from '@hub/contracts'

/**
 * May this actor make a call of this level at all? From L3 up this only lets them ask.
 * @throws ForbiddenError naming the accreditation that is missing
 */
export function assertMayCall(actor: Actor, level: SecurityLevel): void {
  switch (actor.type) {
    case 'user':
    case 'mcp-client': {
      const needed = neededToCall[level]
      if (hasAccreditation(actor.accreditation, needed)) return
      throw new ForbiddenError(
        `This tool needs accreditation ${needed}, the caller has ${actor.accreditation}`,
        {
          reason: 'tool.accreditation',
          params: { needed },
        },
      )
    }
    case 'workflow':
      return
    case 'system':
      throw new ForbiddenError('The system itself calls no tools', { reason: 'tool.actor' })
  }
}

/** From L3 up nothing runs without an approval. */
export function needsApproval(level: SecurityLevel): boolean {
  return isAtLeastLevel(level, 'L3')
}
