import { type APIRequestContext, request } from '@playwright/test'
import { z } from 'zod'
import type { HubProcess } from './hub-process.ts'

const Request = z.object({ digest: z.string() })

export interface Asked {
  conversationId: string
  /** Number of the request that the answer led to, if any. */
  approvalId: string | undefined
}

/** The API as one person, for what must exist before a page is opened. */
export interface Seeder {
  ask(content: string): Promise<Asked>
  /** Asks for the reset of a password; answers the number of the request. */
  requestReset(login: string, ticketId?: number): Promise<string>
  approve(approvalId: string): Promise<void>
  reject(approvalId: string, reason: string): Promise<void>
  breakGlass(approvalId: string, reason: string): Promise<void>
  comment(approvalId: string, body: string): Promise<void>
  close(): Promise<void>
}

/** Signs in a person at the API. */
export async function seedAs(hub: HubProcess, login: string): Promise<Seeder> {
  const api = await request.newContext({ baseURL: hub.url, extraHTTPHeaders: { origin: hub.url } })
  await post(api, '/api/auth/login', { login, password: hub.password })
  const ask = async (content: string): Promise<Asked> => {
    const text = await post(api, '/api/chat/message', { content, mode: 'assistant' })
    const [, conversationId] = /"conversationId":"([^"]+)"/.exec(text) ?? []
    if (conversationId === undefined) throw new Error(`no answer to ${content}: ${text}`)
    return { conversationId, approvalId: /APR-\d{4}-\d{6}/.exec(text)?.[0] }
  }
  const decide = async (approvalId: string, verb: string, more: object = {}) => {
    const { digest } = Request.parse(await (await api.get(`/api/safeguard/${approvalId}`)).json())
    await post(api, `/api/safeguard/${approvalId}/${verb}`, { digest, ...more })
  }
  return {
    ask,
    requestReset: async (person, ticketId) => {
      const ticket = ticketId === undefined ? '' : `, ticket ${ticketId}`
      const { approvalId } = await ask(`Réinitialise le mot de passe de ${person}${ticket}`)
      if (approvalId === undefined) throw new Error(`no request to reset the password of ${person}`)
      return approvalId
    },
    approve: (approvalId) => decide(approvalId, 'approve'),
    reject: (approvalId, reason) => decide(approvalId, 'reject', { reason }),
    breakGlass: (approvalId, reason) =>
      decide(approvalId, 'break-glass', { reason, stepUp: { method: 'password', password: hub.password } }),
    comment: async (approvalId, body) => {
      await post(api, `/api/safeguard/${approvalId}/comments`, { body })
    },
    close: () => api.dispose(),
  }
}

async function post(api: APIRequestContext, path: string, data: object): Promise<string> {
  const answer = await api.post(path, { data })
  const text = await answer.text()
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${text}`)
  return text
}
