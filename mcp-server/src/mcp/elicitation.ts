import { randomUUID } from 'node:crypto'
import type { Locale, ToolOutcome } from '@hub/contracts'
import type { ElicitRequest } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'

/** How a client can put a word of ours before its person (protocols: elicitation). */
export type ElicitationMode = 'url' | 'form'

const Initialize = z.object({
  method: z.literal('initialize'),
  params: z.object({
    capabilities: z.object({ elicitation: z.object({ url: z.object({}).optional() }) }),
  }),
})
const sessionForm = /^[0-9a-f-]{36}\.elicit-(url|form)$/

/**
 * The session id that an `initialize` is answered with. It says what the client declared, so that any replica knows
 * it on the next request without keeping anything; a client that declared nothing gets none. It proves nothing.
 */
export function sessionIdFor(body: unknown): string | null {
  const declared = Initialize.safeParse(body).data?.params.capabilities.elicitation
  return declared ? `${randomUUID()}.elicit-${declared.url ? 'url' : 'form'}` : null
}

/** What the session id of a request says; null when its client did not declare elicitation. */
export function elicitationMode(sessionId: string | undefined): ElicitationMode | null {
  const mode = sessionForm.exec(sessionId ?? '')?.[1]
  return mode === 'url' || mode === 'form' ? mode : null
}

/**
 * Tells the person behind a client where to decide on what was just asked. Whatever they answer decides nothing.
 * @returns null when nothing waits for a decision
 */
export function elicitationOf(
  outcome: ToolOutcome,
  told: { mode: ElicitationMode; locale: Locale; publicUrl: string },
): ElicitRequest | null {
  const { approval, status } = outcome
  if (status !== 'approval_required' || !approval || approval.state !== 'pending') return null
  const url = `${told.publicUrl}/safeguard/${approval.approvalId}`
  const text = {
    fr: `La demande ${approval.approvalId} attend la décision d’une personne habilitée dans SAFEGUARD`,
    en: `Request ${approval.approvalId} waits for the decision of an entitled person in SAFEGUARD`,
  }[told.locale]
  const params: ElicitRequest['params'] =
    told.mode === 'url'
      ? { mode: 'url', elicitationId: approval.approvalId, url, message: `${text}.` }
      : { mode: 'form', message: `${text}: ${url}`, requestedSchema: { type: 'object', properties: {} } }
  return { method: 'elicitation/create', params }
}
