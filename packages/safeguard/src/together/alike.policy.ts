import { ConflictError, ValidationError } from '@hub/contracts'

/** What requests must have in common to be approved with one gesture. */
export interface TogetherFacts {
  toolName: string
  toolVersion: string
  securityLevel: string
  policyVersion: string
  stepUpRequired: boolean
  previewRequired: boolean
}

/**
 * Several requests are approved together only when each is L3, asks for no proof and no preview, and all are of one
 * tool and policy.
 * @throws ConflictError
 */
export function assertAlike(requests: TogetherFacts[]): void {
  const kinds = new Set(
    requests.map((one) => JSON.stringify([one.toolName, one.toolVersion, one.policyVersion])),
  )
  const isSimple = requests.every(
    (one) => one.securityLevel === 'L3' && !one.stepUpRequired && !one.previewRequired,
  )
  if (kinds.size > 1 || !isSimple)
    throw new ConflictError('These requests are not decided together', { reason: 'approval.together_mixed' })
}

/** @throws ValidationError when a request is listed twice */
export function assertDistinct(ids: string[]): void {
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice >= 0)
    throw new ValidationError('A request is listed twice', {
      reason: 'approval.together_twice',
      fields: [{ path: `requests.${twice}`, message: 'is listed twice' }],
    })
}
