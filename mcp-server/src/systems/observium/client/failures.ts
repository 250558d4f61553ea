import { ForbiddenError, NotFoundError, UpstreamError } from '@hub/contracts'

/** What the account or token of the Hub is refused for; `whose` goes on from "refused the". */
export function refusedAccess(system: string, whose: string): UpstreamError {
  return new UpstreamError(`${system} refused the ${whose}`, {
    reason: 'observium.configuration',
    params: { system },
  })
}

export function forbidden(system: string): ForbiddenError {
  return new ForbiddenError(`${system} does not allow this to the account of the Hub`, {
    reason: 'observium.forbidden',
    params: { system },
  })
}

export function writeForbidden(system: string): ForbiddenError {
  return new ForbiddenError(`${system} lets the account of the Hub read only`, {
    reason: 'observium.write_forbidden',
    params: { system },
  })
}

/** No way to acknowledge over the API: nothing was changed. */
export function acknowledgeUnsupported(system: string): ForbiddenError {
  return new ForbiddenError(
    `This ${system} cannot acknowledge alerts over its API: do it in its web interface`,
    { reason: 'observium.acknowledge_unsupported', params: { system } },
  )
}

export function apiOff(system: string): UpstreamError {
  return new UpstreamError(`${system} does not answer as an API: it is off, or the address is wrong`, {
    reason: 'observium.api_off',
    params: { system },
  })
}

export function refusedRequest(system: string): UpstreamError {
  return new UpstreamError(`${system} could not process the request`, {
    reason: 'observium.error',
    params: { system },
  })
}

export function alertNotFound(system: string, alertId: number): NotFoundError {
  return new NotFoundError(`${system} has no alert ${alertId}`, {
    reason: 'observium.alert_not_found',
    params: { alertId, system },
  })
}
