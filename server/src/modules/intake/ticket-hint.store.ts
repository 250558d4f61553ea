import type { Db } from '@hub/prisma'

export interface TicketHint {
  ticketId: number
  /** Null where it was not told: such tickets share one turn. */
  clientName: string | null
}

/** Who starts a run gives it to a worker at once, and has a moment for it; nobody does so here, so none is waited for. */
const ungivenMs = 60_000

/** Notes that a ticket is to be looked at; a worker starts its run, unless there was one. @returns false when there was */
export async function keepTicketHint(
  db: Db,
  { ticketId, clientName }: TicketHint,
  now: Date,
): Promise<boolean> {
  const count = await db.$executeRaw`
    INSERT INTO workflow_runs (id, workflow, title, input, client_name, turn, state, is_dry_run, ticket_id, created_at,
      updated_at)
    SELECT ${`support:${ticketId}`}, 'support', ${`#${ticketId}`}, ${JSON.stringify({ ticketId })}::jsonb,
      ${clientName}, ${clientName ?? '-'}, 'queued',
      coalesce((SELECT is_dry_run FROM workflow_switches WHERE workflow = 'support'), false), ${ticketId}, ${now},
      ${new Date(now.getTime() - ungivenMs)}
    ON CONFLICT DO NOTHING`
  return count > 0
}
