import type { EstateOptions } from '@hub/estate'
import { createLogger, createMemoryBus, type Env, systemClock } from '@hub/kernel'
import { readApproval, rejectRequest } from '@hub/safeguard'
import { expect, vi } from 'vitest'
import { approver, type Lab, startLab } from '../harness/start-lab.ts'

/** Local time of the demo GLPI, as it stores it. */
const localNow = () => new Date().toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).slice(0, 19)

export interface WrittenTicket {
  title: string
  text: string
  /** Login of the requester in GLPI. */
  by?: string
  /** Address of a requester that GLPI has no user for. */
  from?: string
  /** Name of the client; the first one unless told. */
  client?: string
  status?: number
}

export interface SupportLab extends Lab {
  /** Starts the tools, the executor and the workflows; waits until new tickets are seen. */
  startParts(): Promise<void>
  /** Writes a ticket into the demo GLPI as a client does. @returns its number */
  writeTicket(ticket: WrittenTicket): number
  /** A new user of the demo GLPI. */
  addUser(user: { login: string; firstname: string; realname: string; email: string }): number
  userId(login: string): number
  runOf(ticketId: number): ReturnType<Lab['db']['workflowRun']['findUniqueOrThrow']>
  /** Waits until the run has this state. */
  until(ticketId: number, state: string): Promise<void>
  /** Waits for the next open request of a run. @returns its id and tool */
  nextRequest(ticketId: number): Promise<{ id: string; toolName: string }>
  /** Approves the next request of a run, which is to be for this tool. */
  approveNext(ticketId: number, toolName: string): Promise<void>
  reject(requestId: string): Promise<void>
  followups(ticketId: number): { content: string; isPrivate: boolean }[]
}

export async function startSupportLab(more: Env = {}, options: EstateOptions = {}): Promise<SupportLab> {
  const base = await startLab(
    { SUPPORT_POLL_SECONDS: '1', SUPPORT_ESCALATION_GROUP: 'Support', ...more },
    options,
  )
  const { db, estate } = base
  const { glpi } = estate
  const userId = (login: string) => {
    const [user] = glpi.rows('User', { name: login })
    if (!user) throw new Error(`GLPI has no user ${login}`)
    return user.id
  }
  const runOf = (ticketId: number) =>
    db.workflowRun.findUniqueOrThrow({ where: { id: `support:${ticketId}` } })
  const openRequests = (ticketId: number) =>
    db.approval.findMany({
      where: { requesterKey: { contains: `support:${ticketId}` }, state: 'pending' },
      select: { id: true, toolName: true },
    })
  const lab: SupportLab = {
    ...base,
    userId,
    runOf,
    async startParts() {
      await base.startMcp()
      await base.startExecutor({ withEngine: true })
      const isWatched = async () => (await db.supportWatch.findFirst())?.settledTicketId
      await vi.waitFor(async () => expect(await isWatched()).toBeGreaterThan(0), { timeout: 20_000 })
    },
    writeTicket({ title, text, by, from, client = 'EHPAD Les Jardins', status = 1 }) {
      const [entity] = glpi.rows('Entity').filter(({ name }) => name === client)
      const sample = glpi.row('Ticket', 1234)
      const now = localNow()
      const writer = by === undefined ? 0 : userId(by)
      const { id } = glpi.insert('Ticket', {
        ...sample,
        id: null,
        name: title,
        content: `<p>${text}</p>`,
        entities_id: Number(entity?.id),
        status,
        date: now,
        date_mod: now,
        users_id_recipient: writer,
      })
      const link = { tickets_id: id, type: 1, use_notification: 1, alternative_email: from ?? null }
      glpi.insert('Ticket_User', { ...link, users_id: writer })
      return id
    },
    addUser({ login, firstname, realname, email }) {
      const sample = glpi.row('User', userId('jean.dupont'))
      const { id } = glpi.insert('User', { ...sample, id: null, name: login, firstname, realname })
      glpi.insert('UserEmail', { users_id: id, is_default: 1, is_dynamic: 0, email })
      return id
    },
    until: (ticketId, state) =>
      vi.waitFor(async () => expect((await runOf(ticketId)).state).toBe(state), {
        timeout: 25_000,
        interval: 50,
      }),
    nextRequest: (ticketId) =>
      vi.waitFor(
        async () => {
          const [request] = await openRequests(ticketId)
          if (!request) throw new Error(`no request of support:${ticketId}`)
          return request
        },
        { timeout: 25_000, interval: 50 },
      ),
    async approveNext(ticketId, toolName) {
      const request = await lab.nextRequest(ticketId)
      expect(request.toolName).toBe(toolName)
      await base.approve(request.id)
    },
    async reject(approvalId) {
      const { digest } = await readApproval(db, approvalId)
      const log = createLogger({ name: 'test', level: 'silent' })
      const gate = { db, bus: createMemoryBus(log), log, clock: systemClock }
      await rejectRequest(gate, { approvalId, actor: approver, input: { digest, reason: 'Non' } })
    },
    followups: (ticketId) =>
      glpi.rows('ITILFollowup', { items_id: ticketId }).map(({ content, is_private }) => ({
        content: String(content),
        isPrivate: is_private === 1,
      })),
  }
  return lab
}
