import express, { type Router } from 'express'
import { createFaults, type Fault } from './faults.ts'
import { createRequestLog, type LoggedRequest } from './request-log.ts'

/** What tests may do to any system of the estate. */
export interface SystemControl {
  /** Makes the next requests fail; see Fault. */
  failNext(fault: Fault): void
  clearFaults(): void
  /** What reached the system so far, oldest first. */
  requests(): readonly LoggedRequest[]
  clearRequests(): void
}

/** Puts the request log and the fault queue in front of a system's router. */
export function createSystem(router: Router, now: () => Date): { router: Router; control: SystemControl } {
  const log = createRequestLog(now)
  const faults = createFaults()
  const front = express.Router()
  front.use(log.handler, faults.handler, router)
  return {
    router: front,
    control: {
      failNext: faults.failNext,
      clearFaults: faults.clear,
      requests: log.entries,
      clearRequests: log.clear,
    },
  }
}
