import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Draw } from '@hub/kernel/testing'
import type { WholeLab } from './whole-lab.ts'

/** What one ticket asks for. */
export type TicketKind = 'reset' | 'unlock' | 'printer'

export interface WrittenTicket {
  id: number
  kind: TicketKind
  login: string
}

const texts: Record<TicketKind, { title: string; text: string }> = {
  reset: {
    title: 'Mot de passe oublié',
    text: 'Bonjour, j’ai oublié mon mot de passe Windows, pouvez-vous le réinitialiser ? Merci.',
  },
  unlock: {
    title: 'Compte verrouillé',
    text: 'Bonjour, mon compte Windows est verrouillé, pouvez-vous le déverrouiller ? Merci.',
  },
  printer: {
    title: 'Imprimante',
    text: 'Bonjour, l’imprimante du bureau 12 bourre. Merci.',
  },
}
const asked: readonly [TicketKind, string][] = [
  ['reset', 'jean.dupont'],
  ['reset', 'marie.martin'],
  ['unlock', 'sandrine.gomez'],
  ['printer', 'jean.dupont'],
  ['printer', 'sandrine.gomez'],
]
/** What fails, one per wave. */
export const devices = ['SWITCH-MUSIC-001', 'SWITCH-CLIN-002', 'SWITCH-CLIN-STJEAN']
/** The machine may do other things too. */
const patienceMs = 600_000

/** Tickets that come in over some seconds, every second one also by webhook. */
export async function bringTickets(lab: WholeLab, draw: Draw): Promise<WrittenTicket[]> {
  const written: WrittenTicket[] = []
  for (const [kind, login] of asked) {
    if (kind === 'unlock') await lab.estate.directory.control.lock(login)
    const id = lab.writeTicket({ ...texts[kind], by: login })
    written.push({ id, kind, login })
    if (written.length % 2 === 0) await deliver(lab, id)
    await wait(draw.below(800))
  }
  return written
}

/** As the queue of GLPI 11 does: until it is taken, and once more. */
async function deliver({ url, webhookSecret }: WholeLab, id: number): Promise<void> {
  const body = JSON.stringify({ event: 'new', item: { id } })
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const signature = createHmac('sha256', webhookSecret).update(body).update(timestamp).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'x-glpi-timestamp': timestamp,
    'x-glpi-signature': signature,
  }
  const send = () => fetch(`${url}/api/workflows/webhook/glpi`, { method: 'POST', headers, body })
  for (let taken = 0; taken < 2; ) {
    const [answer] = await Promise.allSettled([send()])
    if (answer.status === 'fulfilled' && answer.value.ok) taken += 1
    else await wait(300)
  }
}

/** A switch fails, its incident is opened and told of; it comes back, and the incident is closed. */
export async function playOutage(lab: WholeLab, number: number): Promise<void> {
  const { db, estate } = lab
  const device = devices[number % devices.length] ?? ''
  const incidents = () => db.incident.count({ where: { mergedInto: null } })
  const before = await incidents()
  await estate.play('switch-down', device)
  await passUntil(lab, `${device} has an incident`, async () => (await incidents()) > before)
  const mailed = () => db.workflowRun.count({ where: { workflow: 'sentinel-mail', state: 'done' } })
  const told = await mailed()
  await passUntil(lab, `the client of ${device} is told`, async () => (await mailed()) > told)
  await estate.play('switch-up', device)
  await passUntil(lab, `${device} is over`, () => isQuiet(lab))
}

/** Nothing is undelivered, undecided, open or at work. */
export async function isQuiet({ db, estate }: WholeLab): Promise<boolean> {
  if (estate.observium.deliveries().some(({ isDelivered }) => !isDelivered)) return false
  const left = await Promise.all([
    db.incomingAlert.count({ where: { handledAt: null } }),
    db.workflowRun.count({ where: { state: { notIn: ['done', 'failed'] } } }),
    db.incident.count({ where: { closedAt: null, mergedInto: null } }),
  ])
  return left.every((count) => count === 0)
}

/** Lets a minute pass every other second until it is so. */
export async function passUntil(lab: WholeLab, what: string, isSo: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + patienceMs
  for (let look = 1; Date.now() < until; look++) {
    if (await isSo()) return
    await lab.estate.observium.sendAgain()
    if (look % 4 === 0) await lab.pass(1)
    await wait(500)
  }
  const runs = await lab.db.workflowRun.findMany({
    where: { state: { not: 'done' } },
    select: { id: true, state: true, phase: true, waitingFor: true },
  })
  throw new Error(`never: ${what}; open: ${JSON.stringify(runs)}`)
}
