import sample from '../../workflows/src/sentinel/alerts/fixtures/alert-device.json' with { type: 'json' }

/** A notification of Observium like no other of the same bench. */
export function sampleAlert(number: number): Record<string, unknown> {
  return { ...sample, ALERT_ID: String(100_000 + number), ALERT_UNIXTIME: sample.ALERT_UNIXTIME + number }
}
