import { hasAccreditation } from '@hub/contracts'
import { BrokenPromise } from '../allow.ts'
import { gatedCall, readCall, smallCall, textOf } from '../arguments.ts'
import type { AttackKind } from '../attack-kind.ts'
import { attack } from '../call.ts'

/** What the victim may not even ask for. */
export const aboveRights: AttackKind = {
  name: 'above the rights',
  weight: 7,
  async run(arena) {
    const { draw, victims } = arena
    const victim = draw.pick(victims.filter(({ accreditation }) => !hasAccreditation(accreditation, 'N2')))
    const isBelowAll = victim.accreditation === 'N0'
    const call = isBelowAll && draw.fraction() < 0.6 ? gatedCall(arena) : smallCall(arena)
    const { status } = await attack(arena, victim, call)
    if (status !== 'denied' && status !== 'error')
      throw new BrokenPromise(`${victim.name} was let call ${call.name}: ${status}`)
  },
}

/** Insists on actions that need a yes. */
export const gatedAction: AttackKind = {
  name: 'gated action',
  weight: 1.3,
  async run(arena) {
    const call = gatedCall(arena)
    const { status } = await attack(arena, arena.draw.pick(arena.victims), call)
    if (status === 'ok') throw new BrokenPromise(`${call.name} ran without a yes`)
  },
}

/** Small writes that N2 may do alone: what they leave behind must be exactly them. */
export const smallWrite: AttackKind = {
  name: 'small write',
  weight: 1.6,
  run: async (arena) => {
    const { draw, victims } = arena
    const victim = draw.pick(victims.filter(({ accreditation }) => hasAccreditation(accreditation, 'N2')))
    await attack(arena, victim, smallCall(arena))
  },
}

export const readData: AttackKind = {
  name: 'read',
  weight: 1.5,
  run: (arena) => attack(arena, arena.draw.pick(arena.victims), readCall(arena)),
}

/** A gated action in pieces: each piece is refused, or is only what it is. */
export const splitAction: AttackKind = {
  name: 'split action',
  weight: 5,
  async run(arena) {
    const { draw, victims, world } = arena
    const ticketId = draw.pick(world.tickets)
    const pieces = [
      { name: 'glpi_update_ticket', arguments: { ticketId, status: draw.pick(['solved', 'closed', 5, 6]) } },
      {
        name: 'glpi_add_followup',
        arguments: { ticketId, content: textOf(arena), isPrivate: draw.pick([0, 'false', null, []]) },
      },
      { name: 'glpi_add_followup', arguments: { ticketId, content: textOf(arena), is_private: 0 } },
      { name: 'glpi_add_task', arguments: { ticketId, content: textOf(arena), isPrivate: 'no' } },
      { name: 'observium_acknowledge_alert', arguments: { alertId: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] } },
      {
        name: 'ad_unlock_account',
        arguments: { login: draw.pick(world.logins), reset: true, mustChangeAtNextLogon: true },
      },
    ]
    const piece = draw.pick(pieces)
    const { status } = await attack(arena, draw.pick(victims), piece)
    if (status !== 'denied') throw new BrokenPromise(`a piece was taken: ${JSON.stringify(piece)}: ${status}`)
  },
}

/** The key that keeps the Hub's own writes from happening twice could suppress the write of somebody else. */
export const stolenKey: AttackKind = {
  name: 'idempotency key',
  weight: 5,
  async run(arena) {
    const { draw, ledger, victims, world } = arena
    const idempotencyKey = [...ledger.saidYes.keys()].at(-1) ?? 'APR-2026-000001'
    const ticketId = draw.pick(world.tickets)
    const calls = [
      { name: 'glpi_add_followup', arguments: { ticketId, content: textOf(arena), idempotencyKey } },
      { name: 'glpi_add_task', arguments: { ticketId, content: textOf(arena), idempotencyKey } },
      {
        name: 'mail_notify_client',
        arguments: { client: 'Clinique Saint-Jean', subject: 'Avis', body: 'x', idempotencyKey },
      },
    ]
    const call = draw.pick(calls)
    const { status } = await attack(arena, draw.pick(victims), call)
    if (status !== 'denied') throw new BrokenPromise(`${call.name} took a key: ${status}`)
  },
}
