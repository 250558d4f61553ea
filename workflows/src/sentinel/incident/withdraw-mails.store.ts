import type { LocalizedText } from '@hub/contracts'
import type { Tx } from '@hub/prisma'
import { keepSignal } from '../../engine/signals.store.ts'

/** News for the run of a mail: there is no reason for it any more. */
export const withdrawTopic = 'withdraw'

const reasons = {
  back: {
    fr: 'Le service est revenu : le courrier de diagnostic n’a plus d’objet.',
    en: 'The service is back: the diagnosis mail has no object any more.',
  },
  revised: {
    fr: 'Le verdict a changé : le courrier ne dit plus ce qui est constaté.',
    en: 'The verdict has changed: the mail does not say any more what is found.',
  },
  merged: {
    fr: 'L’incident fait maintenant partie d’un autre, qui écrit au client.',
    en: 'The incident is part of another one now, which writes to the client.',
  },
} satisfies Record<string, LocalizedText>

/** Takes back the diagnosis mails of an incident that wait for people and that no longer say how it stands. */
export async function withdrawStale(
  tx: Tx,
  { incidentId, isFailing, verdict }: { incidentId: string; isFailing: boolean; verdict: string },
): Promise<void> {
  for (const mail of await findOpen(tx, incidentId)) {
    const isRevised = mail.verdict !== null && mail.verdict !== verdict
    const reason = isFailing ? (isRevised ? reasons.revised : null) : reasons.back
    if (reason !== null) await tellMail(tx, mail.runId, reason)
  }
}

/** Takes back all of them: the incident becomes part of another. */
export async function withdrawMerged(tx: Tx, incidentId: string): Promise<void> {
  for (const { runId } of await findOpen(tx, incidentId)) await tellMail(tx, runId, reasons.merged)
}

function tellMail(tx: Tx, runId: string, body: LocalizedText): Promise<boolean> {
  return keepSignal(tx, { runId, topic: withdrawTopic, key: withdrawTopic, body })
}

function findOpen(tx: Tx, incidentId: string): Promise<{ runId: string; verdict: string | null }[]> {
  return tx.$queryRaw<{ runId: string; verdict: string | null }[]>`
    SELECT r.id AS "runId", r.input->>'verdict' AS verdict
    FROM incident_mails m JOIN workflow_runs r ON r.id = m.run_id
    WHERE m.incident_id = ${incidentId} AND m.phase = 'diagnosis' AND r.ended_at IS NULL
    ORDER BY r.id`
}
