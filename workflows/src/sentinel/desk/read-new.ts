import { AppError } from '@hub/contracts'
import type { Alert } from '../alerts/alert.ts'
import { parseNotification } from '../alerts/parse-notification.ts'
import type { NewAlert } from './board.store.ts'
import type { DecidedAlert } from './decided.ts'

/** A notification as it was understood, or why it was not. */
export type Understood = { id: string; alert: Alert } | { id: string; problem: string }

/** Reads what the server has kept. Nothing is thrown away: what cannot be read keeps its body and its problem. */
export function readNew({ id, source, body, receivedAt }: NewAlert): Understood {
  try {
    const fields = { ...(typeof body === 'object' ? body : {}), source }
    const delivery = { contentType: 'application/json', body: JSON.stringify(fields) }
    return { id, alert: parseNotification(delivery, { receivedAt }) }
  } catch (err) {
    // Of whatever kind: one text that a reader stumbles over must not keep the others waiting.
    return { id, problem: err instanceof AppError ? err.message : `Cannot be read: ${String(err)}` }
  }
}

/** The row of a notification that nobody understands. */
export function unreadable(id: string, problem: string): DecidedAlert {
  const rule = { rule: 'unreadable', fr: 'Notification illisible', en: 'Notification that cannot be read' }
  return {
    id,
    alert: null,
    dedupeKey: null,
    runId: null,
    heldUntil: null,
    problem,
    decision: { kind: 'ignore', ...rule },
  }
}

/** The row of a notification that came before, over another transport; where that one goes, it goes too. */
export function duplicate(
  id: string,
  of: { id: string; runId: string | null; dedupeKey: string },
): DecidedAlert {
  const rule = { rule: 'duplicate', fr: 'Déjà reçue', en: 'Received before' }
  return {
    id,
    alert: null,
    dedupeKey: of.dedupeKey,
    runId: of.runId,
    heldUntil: null,
    problem: null,
    decision: { kind: 'ignore', ...rule, of: of.id },
  }
}
