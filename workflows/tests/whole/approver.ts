import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { WholeLab } from './whole-lab.ts'

const Pending = z.object({ items: z.array(z.object({ approvalId: z.string(), digest: z.string() })) })
const Session = z.object({ token: z.string() })
const Parked = z.object({ items: z.array(z.object({ id: z.string() })) })
const lookMs = 150

/** A person at the screens of requests and runs. */
export interface Approver {
  /** Comes back when no answer of theirs is on its way. */
  rest(): Promise<void>
  goOn(): void
  stop(): Promise<void>
}

/**
 * Says yes to every request as it appears, and lets runs try again that have spent their budget while a system was
 * away; over the API. A server that is away is asked again.
 */
export function startApprover({ url, password }: Pick<WholeLab, 'url' | 'password'>): Approver {
  let isStopped = false
  let isResting = false
  let token: string | undefined
  const ask = async (path: string, body?: unknown) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (token) headers.authorization = `Bearer ${token}`
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${url}${path}`, init)
    if (answer.status === 401) token = undefined
    return { ok: answer.ok, body: await answer.json() }
  }
  const round = async () => {
    if (!token) {
      const { ok, body } = await ask('/api/auth/login', { login: 'abenali', password })
      if (ok) token = Session.parse(body).token
      return
    }
    const { ok, body } = await ask('/api/safeguard/pending?limit=50')
    if (!ok) return
    for (const { approvalId, digest } of Pending.parse(body).items)
      await ask(`/api/safeguard/${approvalId}/approve`, { digest })
    const parked = await ask('/api/workflows/runs?state=parked')
    if (!parked.ok) return
    for (const { id } of Parked.parse(parked.body).items)
      await ask(`/api/workflows/runs/${encodeURIComponent(id)}/commands`, { kind: 'retry' })
  }
  let current: Promise<unknown> = Promise.resolve()
  const work = (async () => {
    while (!isStopped) {
      // A server that was killed in the middle has no answer; the next round asks again.
      if (!isResting) current = Promise.allSettled([round()])
      await current
      await wait(lookMs)
    }
  })()
  return {
    async rest() {
      isResting = true
      await current
    },
    goOn() {
      isResting = false
    },
    async stop() {
      isStopped = true
      await work
    },
  }
}
