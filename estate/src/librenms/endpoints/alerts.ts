import { toLocalText } from '../../clock.ts'
import { presentAlert, type RuleAlert, ruleAlerts, ruleSeverity } from '../present/alert.ts'
import { failure, type LibreReply, type LibreServer, message, numeric, success } from '../server.ts'

/** `GET /alerts` and `/alerts/:id`: in both, only state 1 unless `state` says otherwise. */
export function listAlerts(server: LibreServer, query: URLSearchParams, id?: string): LibreReply {
  const states = (query.get('state') ?? '1').split(',')
  const severity = query.get('severity')
  const rule = query.get('alert_rule')
  const rows = ruleAlerts(server)
    .map((alert) => presentAlert(server, alert))
    .filter((row) => states.includes(String(row.state)))
    .filter((row) => id === undefined || row.id === Number(id))
    .filter((row) => severity === null || row.severity === severity)
    .filter((row) => rule === null || row.rule_id === Number(rule))
  return success(
    'alerts',
    rows.sort((a, b) => String(b.timestamp).localeCompare(String(a.timestamp))),
  )
}

/** `GET /rules`. */
export function listRules({ db }: LibreServer): LibreReply {
  return success(
    'rules',
    db.all('alert_checks').map((check) => ({
      id: numeric(check.alert_test_id),
      severity: ruleSeverity(check),
      extra: '{"mute":false,"count":"1","delay":300}',
      disabled: 0,
      name: check.alert_name ?? null,
      query: '',
      builder: check.conditions ?? null,
      proc: null,
      invert_map: 0,
      notes: check.alert_message ?? null,
    })),
  )
}

interface Change {
  id: string
  body: unknown
}

/** `PUT /alerts/:id`: an unknown id is answered with 200 too. */
export function acknowledge(server: LibreServer, { id, body }: Change): LibreReply {
  const alert = alertNumbered(server, id)
  if (alert === 'invalid') return failure(400, 'Invalid alert has been provided')
  if (!alert) return message('No Alert by that ID')
  addNote(server, alert.id, body)
  setRows(server, alert, { from: ['0', '2'], to: { alert_status: '3', ignore_until_ok: '1' } })
  return message('Alert has been acknowledged')
}

/** `PUT /alerts/unmute/:id`. */
export function unmute(server: LibreServer, { id, body }: Change): LibreReply {
  const alert = alertNumbered(server, id)
  if (alert === 'invalid') return failure(400, 'Invalid alert has been provided')
  if (!alert) return message('No alert by that ID')
  addNote(server, alert.id, body)
  setRows(server, alert, { from: ['3'], to: { alert_status: '0', ignore_until_ok: '0' } })
  return message('Alert has been unmuted')
}

function alertNumbered(server: LibreServer, id: string): RuleAlert | undefined | 'invalid' {
  if (!/^\d+$/.test(id)) return 'invalid'
  return ruleAlerts(server).find((alert) => alert.id === Number(id))
}

function addNote({ notes, clock }: LibreServer, id: number, body: unknown): void {
  const note = typeof body === 'object' && body !== null && 'note' in body ? String(body.note) : ''
  const before = notes.get(id)
  const line = `${toLocalText(clock())} - Ack (hub) ${note}`
  notes.set(id, before === undefined ? line : `${before}\n${line}`)
}

function setRows(
  { db }: LibreServer,
  { rows }: RuleAlert,
  { from, to }: { from: string[]; to: { alert_status: string; ignore_until_ok: string } },
): void {
  for (const row of rows) {
    if (from.includes(row.alert_status ?? '')) db.update('alerts', row.alert_table_id ?? '', to)
  }
}
