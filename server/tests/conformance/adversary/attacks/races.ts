import { randomUUID } from 'node:crypto'
import { Approval } from '@hub/contracts'
import { signAssertion } from '@hub/kernel'
import { BrokenPromise } from '../allow.ts'
import type { Arena, Victim } from '../arena.ts'
import type { AttackKind } from '../attack-kind.ts'
import { attack, postMcp } from '../call.ts'
import { decide, sayYes } from '../honest.ts'

const askReset = (arena: Arena, victim: Victim) =>
  attack(arena, victim, {
    name: 'ad_reset_password',
    arguments: { login: arena.draw.pick(arena.world.logins) },
  })

const steered = ({ victims, draw }: Arena) =>
  draw.pick(victims.filter(({ accreditation }) => accreditation !== 'N0'))

function executorCall(arena: Arena, approvalId: string, call: { name: string; arguments: unknown }) {
  const actor = { type: 'workflow', name: 'safeguard', runId: approvalId } as const
  const token = signAssertion(String(arena.hub.env.MCP_ASSERTION_SECRET), { actor, locale: 'fr', approvalId })
  return postMcp(arena, token, { method: 'tools/call', params: call })
}

/** The same question many times at once opens one request. */
export const manyQuestions: AttackKind = {
  name: 'many questions at once',
  weight: 0.15,
  async run(arena) {
    const victim = steered(arena)
    const call = { name: 'ad_disable_account', arguments: { login: arena.draw.pick(arena.world.logins) } }
    const answers = await Promise.all(Array.from({ length: 4 }, () => attack(arena, victim, call)))
    const ids = new Set(answers.flatMap(({ approvalId }) => approvalId ?? []))
    const open = await arena.hub.db.approval.count({ where: { id: { in: [...ids] }, state: 'pending' } })
    if (open > 1) throw new BrokenPromise(`one question opened ${[...ids].join(', ')}`)
  },
}

/** Two people say yes while the requester takes it back: one of them wins. */
export const yesAgainstCancel: AttackKind = {
  name: 'yes against cancel',
  weight: 0.2,
  async run(arena) {
    const victim = arena.victims.find(({ name }) => name === 'mmartin')
    const { approvalId } = victim ? await askReset(arena, victim) : { approvalId: undefined }
    if (!approvalId) return
    const { people, ledger } = arena
    const request = Approval.parse((await people.abenali.get(`/api/safeguard/${approvalId}`)).body)
    ledger.meant.add(`cancel mmartin ${approvalId}`)
    const answers = await Promise.all([
      sayYes(arena, 'abenali', request),
      sayYes(arena, 'pmoreau', request),
      people.mmartin.send('POST', `/api/safeguard/${approvalId}/cancel`, { digest: request.digest }),
    ])
    const won = answers.filter(({ status }) => status === 200).length
    if (won > 1) throw new BrokenPromise(`${won} decisions ended ${approvalId}`)
    if (won === 1 && answers[2]?.status !== 200) ledger.saidYes.set(approvalId, yesTo(arena, request))
    ledger.waiting.delete(approvalId)
  },
}

function yesTo({ world }: Arena, request: Approval) {
  return {
    toolName: request.toolName,
    arguments: request.arguments,
    targetId: request.target.id,
    effect: `ad modify unicodePwd ${world.dnOf(String(request.arguments.login))}`,
  }
}

/** More executors for one yes, one of them with other arguments, and again afterwards: one effect. */
export const manyExecutors: AttackKind = {
  name: 'many executors',
  weight: 0.14,
  async run(arena) {
    const { approvalId } = await askReset(arena, steered(arena))
    if (!approvalId) return
    const request = await decide(arena, approvalId)
    const login = arena.draw.pick(arena.world.logins)
    const same = { name: 'ad_reset_password', arguments: request?.arguments ?? { login } }
    const other = { name: 'ad_reset_password', arguments: { ...same.arguments, login } }
    const another = { name: 'ad_disable_account', arguments: { login } }
    const calls = [same, other, same, another, same]
    const answers = await Promise.all(calls.map((call) => executorCall(arena, approvalId, call)))
    const later = await executorCall(arena, approvalId, same)
    const ran = [...answers, later].filter(({ text }) => !text.includes('"isError":true')).length
    if (ran > (request ? 1 : 0)) throw new BrokenPromise(`${approvalId} ran ${ran} times`)
  },
}

/** Between the preview and the execution the name comes to belong to another account. */
export const swappedTarget: AttackKind = {
  name: 'swapped target',
  weight: 0.14,
  async run(arena) {
    const { world, hub, draw, next } = arena
    const login = `echange${next()}`
    await world.addAccount(login)
    const victim = steered(arena)
    const name = draw.pick(['ad_reset_password', 'ad_disable_account'])
    const { approvalId } = await attack(arena, victim, { name, arguments: { login } })
    if (draw.fraction() < 0.5) {
      await world.deleteAccount(login)
      await world.addAccount(login)
    } else
      await hub.estate.directory.control.setAttributes(login, {
        objectGUID: [randomUUID().replaceAll('-', '')],
      })
    // who decided and executed before the swap did so on the account that was asked for
    if (!approvalId || (await stateOf(arena, approvalId)) !== 'pending') return
    await decide(arena, approvalId)
    const end = await untilEnded(arena, approvalId)
    if (end === 'executed') throw new BrokenPromise(`${approvalId} was executed on another account`)
  },
}

async function stateOf({ hub }: Arena, id: string): Promise<string | undefined> {
  return (await hub.db.approval.findUnique({ where: { id }, select: { state: true } }))?.state
}

async function untilEnded(arena: Arena, id: string): Promise<string | undefined> {
  for (let tries = 0; tries < 200; tries++) {
    const state = await stateOf(arena, id)
    if (state && state !== 'approved' && state !== 'executing') return state
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return undefined
}

/** A call that was approved and ran is made again by the one who asked: a new question, nothing more. */
export const replayedCall: AttackKind = {
  name: 'replayed call',
  weight: 0.4,
  async run(arena) {
    const [id, done] = [...arena.ledger.saidYes].at(-1) ?? []
    if (!id || !done) return
    // a key without an owner needs more than one yes: asking again before such a request has ended gives that one
    const ended = await idsThatEnded(arena)
    if (!ended.has(id)) return
    const { status, approvalId } = await attack(arena, steered(arena), {
      name: done.toolName,
      arguments: done.arguments,
    })
    if (status === 'ok') throw new BrokenPromise(`${done.toolName} ran again without a yes`)
    if (approvalId && ended.has(approvalId)) throw new BrokenPromise(`${approvalId} was answered again`)
  },
}

async function idsThatEnded({ hub }: Arena): Promise<Set<string>> {
  const rows = await hub.db.approval.findMany({
    where: { state: { notIn: ['pending', 'approved', 'executing'] } },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
