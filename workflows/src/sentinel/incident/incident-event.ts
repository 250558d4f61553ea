import { AlertDetected } from '@hub/contracts'
import type { NewEvent } from '@hub/prisma'
import { z } from 'zod'
import type { EndedRun } from '../../engine/ended-run.ts'
import { runIdOf } from '../desk/incident-id.ts'
import type { Standing } from './case-file.ts'

/** Data of `workflow:alert_detected` for an incident that stands otherwise than before. */
export function standingEvent({ incidentId, view, phase, ticketId }: Standing): AlertDetected {
  const { verdict, device, clients, judgement } = view
  return AlertDetected.parse({
    runId: runIdOf(incidentId),
    ...{ incidentId, ticketId, phase, verdict, device },
    client: clients[0] ?? null,
    clients: [...clients],
    confidence: judgement.confidence,
    durationMs: Date.parse(view.now) - Date.parse(view.startedAt),
    autoResolved: null,
  })
}

/** What the run of an incident has noted of its last look. */
const Noted = z.object({
  device: z.string().nullable().default(null),
  clients: z.array(z.string()).default([]),
  durationMs: z.number().int().default(0),
})

/** The last word on an incident, with whether people were needed; a trial, and a run that people ended, tell nothing. */
export function incidentEnded(run: EndedRun): NewEvent[] {
  if (run.isDryRun || run.state !== 'done') return []
  const { id: runId, ticketId, phase, verdict, confidence, endedAt: at } = run
  const { device, clients, durationMs } = Noted.parse(run.facts)
  const data = AlertDetected.parse({
    ...{ runId, ticketId, phase, verdict, confidence, device, clients, durationMs },
    incidentId: runId.slice(runIdOf('').length),
    client: clients[0] ?? null,
    autoResolved: run.autoResolved ?? false,
  })
  return [{ type: 'workflow:alert_detected', at, data }]
}
