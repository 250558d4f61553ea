import { z } from 'zod'

/** Where a notification comes from. */
export const AlertSource = z.enum(['observium', 'librenms'])

/** What a notification tells: it fails, it works again, it still fails, or a line of a log. */
export const AlertKind = z.enum(['ALERT', 'RECOVER', 'REMINDER', 'SYSLOG'])
export type AlertKind = z.infer<typeof AlertKind>

const Line = z.string().max(1000)

/** One notification of a monitoring program, whatever program and transport brought it; texts are plain. */
export const Alert = z.object({
  source: AlertSource,
  kind: AlertKind,
  /** The same for every delivery of one notification, over any transport. */
  dedupeKey: z.string(),
  /** The same for an ALERT and its RECOVER: the check on the entity. */
  alertKey: z.string(),
  /** Number of the alert in its program; null when the transport does not tell it. */
  alertId: z.string().nullable(),
  at: z.iso.datetime(),
  severity: z.enum(['critical', 'warning', 'info']),
  device: z.object({
    hostname: Line,
    id: z.string().nullable(),
    location: Line.nullable(),
    type: Line.nullable(),
    hardware: Line.nullable(),
  }),
  entity: z.object({
    type: Line,
    id: z.string().nullable(),
    name: Line,
    description: Line.nullable(),
  }),
  /** Name or message of the check. */
  checker: Line,
  conditions: z.array(Line),
  metrics: z.record(z.string(), z.string()),
  syslog: z.object({ rule: Line.nullable(), program: Line.nullable(), message: Line }).nullable(),
  url: z.string().nullable(),
})
export type Alert = z.infer<typeof Alert>
