import { countDirectoryWrites, type DirectoryWrites } from '../harness/directory-writes.ts'
import type { WrittenTicket } from './wave.ts'
import type { WholeLab } from './whole-lab.ts'

/** @returns everything that was done twice, not at all or to no end, one line each */
export async function judgeWhole(
  lab: WholeLab,
  { tickets, writes }: { tickets: readonly WrittenTicket[]; writes: DirectoryWrites },
): Promise<string[]> {
  const { db, estate } = lab
  const faults: string[] = []
  const claim = (isTrue: boolean, fault: string) => {
    if (!isTrue) faults.push(fault)
  }
  for (const ticket of tickets) await judgeTicket(lab, ticket, claim)
  const incidents = await db.incident.count({ where: { mergedInto: null } })
  const opened = estate.glpi.rows('Ticket').filter(({ name }) => String(name).includes('[SENTINEL]'))
  claim(opened.length === incidents, `${opened.length} tickets of ${incidents} incidents`)
  for (const { id } of [...opened, ...tickets]) {
    const texts = estate.glpi.rows('ITILFollowup', { items_id: id }).map(({ content }) => String(content))
    claim(new Set(texts).size === texts.length, `ticket ${id} has a followup twice`)
    claim(estate.glpi.rows('ITILSolution', { items_id: id }).length <= 1, `ticket ${id} has two solutions`)
  }
  const mails = estate.mail.messages().map(({ to, subject, text }) => JSON.stringify({ to, subject, text }))
  claim(new Set(mails).size === mails.length, 'a mail was sent twice')
  const sent = await db.approval.count({ where: { toolName: 'mail_notify_client', state: 'executed' } })
  claim(mails.length >= sent, `${mails.length} mails of ${sent} that were executed`)
  const failed = await db.workflowRun.findMany({ where: { state: { not: 'done' } } })
  for (const { id, state, problem } of failed) claim(false, `${id} is ${state}: ${JSON.stringify(problem)}`)
  writes.take()
  for (const login of new Set(tickets.map((one) => one.login)))
    await judgeAccount(lab, { login, writes }, claim)
  return faults
}

type Claim = (isTrue: boolean, fault: string) => void

/** One run, one event, and each of its requests once. */
async function judgeTicket({ db, estate }: WholeLab, { id }: WrittenTicket, claim: Claim): Promise<void> {
  const run = await db.workflowRun.findUnique({ where: { id: `support:${id}` } })
  claim(run !== null, `ticket ${id} has no run`)
  const asked = await db.approval.findMany({ where: { requesterKey: { endsWith: `support:${id}` } } })
  // A closing that was cut short may have closed it: the run finds it so and leaves it.
  const isCut = asked.some(({ state }) => state === 'unknown' || state === 'failed')
  claim(
    ['resolved', 'escalated', ...(isCut ? ['left_to_human'] : [])].includes(String(run?.phase)),
    `ticket ${id} ended as ${run?.phase}: ${JSON.stringify(run?.facts)}`,
  )
  const events = await db.event.findMany({ where: { type: 'workflow:ticket_processed' } })
  const own = events.filter(({ data }) => (data as { ticketId?: unknown }).ticketId === id)
  claim(own.length === 1, `ticket ${id} has ${own.length} events`)
  const calls = asked.map(({ toolName, arguments: args }) => JSON.stringify([toolName, args]))
  claim(new Set(calls).size === calls.length, `ticket ${id} has asked for a thing twice`)
  const groups = estate.glpi.rows('Group_Ticket', { tickets_id: id, type: 2 })
  claim(groups.length === Number(run?.phase === 'escalated'), `ticket ${id} has ${groups.length} groups`)
}

/** The directory has changed as often as somebody asked, no more. */
async function judgeAccount(
  { db, estate }: WholeLab,
  { login, writes }: { login: string; writes: DirectoryWrites },
  claim: Claim,
): Promise<void> {
  const dn = String(estate.directory.control.find(login)?.dn)
  const where = { toolName: 'ad_reset_password', arguments: { path: ['login'], string_contains: login } }
  const requests = await db.approval.findMany({ where, select: { state: true } })
  const countOf = (state: string) => requests.filter((one) => one.state === state).length
  const changes = writes.of(dn, 'unicodePwd')
  const [least, most] = [countOf('executed'), countOf('executed') + countOf('unknown')]
  claim(changes >= least && changes <= most, `${login}: ${changes} passwords of ${least} to ${most} resets`)
}

/** Counts from now on. */
export function startCounting(lab: WholeLab): DirectoryWrites {
  const writes = countDirectoryWrites(lab.estate)
  writes.take()
  writes.forget()
  return writes
}
