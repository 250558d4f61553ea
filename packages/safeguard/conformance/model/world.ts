import type { Accreditation, UserActor } from '@hub/contracts'
import type { ActionAtHand } from '../../src/approvals/consume-approval.ts'
import type { ActionRequest } from '../../src/approvals/request-approval.ts'
import type { SafeguardContext } from '../../src/context.ts'
import { type OpenGate, person } from '../../tests/open-gate.ts'
import { openRuledGate } from '../open-ruled-gate.ts'

/** One request as the commands reach it. */
export interface Subject {
  id: string
  digest: string
  request: ActionRequest
  action: ActionAtHand
}

/** A standing grant that was asked for. */
export interface DrawnGrant {
  id: string
  digest: string
  asker: UserActor
}

/** The real gate that the commands work on. */
export interface World {
  gate: OpenGate
  ctx: SafeguardContext
  people: UserActor[]
  subjects: Subject[]
  grants: DrawnGrant[]
  /** Who may decide for whom, as far as the steps have said. */
  delegations: { from: UserActor; to: UserActor }[]
  /** The clock of the process, in milliseconds ahead of the real one; it may jump back. */
  offsetMs: number
}

const cast: Accreditation[] = ['N0', 'N1', 'N1', 'N2', 'N2', 'N2', 'N3', 'N3', 'N3', 'N4', 'N4']

export async function openWorld(): Promise<World> {
  const gate = await openRuledGate()
  const world: World = {
    gate,
    ctx: gate.ctx,
    people: cast.map((level) => person(level)),
    subjects: [],
    grants: [],
    delegations: [],
    offsetMs: 0,
  }
  world.ctx = { ...gate.ctx, clock: { now: () => new Date(gate.ctx.clock.now().getTime() + world.offsetMs) } }
  return world
}

/** Index into a list that may be shorter than the drawn number. */
export function pick<T>(list: T[], drawn: number): T | undefined {
  return list.length === 0 ? undefined : list[drawn % list.length]
}
