import { describe, expect, it } from 'vitest'
import { causeOf } from '../group/cause.ts'
import type { OpenIncident } from '../group/incident.ts'
import { incidentProgress } from '../group/incident-progress.ts'
import { alertOn, minuteOf } from '../testing/alert-on.ts'
import { smallTopology } from '../testing/small-topology.ts'
import type { Evidence } from '../verdict/evidence.ts'
import { judge } from '../verdict/judge.ts'
import { verdicts } from '../verdict/verdict.ts'
import { clientMail } from './client-mail.ts'
import { closingText, recoveredMail } from './closing-text.ts'
import { mailsDue, type SentMail } from './mails-due.ts'
import { parseDiagAnswer } from './parse-diag-answer.ts'
import { ticketContent, ticketTitle } from './ticket-text.ts'

const alert = alertOn('R-A', { minute: 0 })
const incident: OpenIncident = {
  id: 'I',
  cause: causeOf(alert, smallTopology),
  openedAt: alert.at,
  isFlapping: false,
  alerts: [alert],
}
const evidence: Evidence = {
  now: minuteOf(12),
  startedAt: minuteOf(0),
  recoveredAt: null,
  cause: incident.cause,
  items: [
    { kind: 'power', at: minuteOf(1), device: 'UPS-A', state: 'battery', detail: 'Battery = 9' },
    { kind: 'uplink_traffic', at: minuteOf(-5), device: 'R-A', port: 'wan1', bitsPerSecond: 5_100_000 },
  ],
}
const judgement = judge(evidence)
const input = { incident, topology: smallTopology, evidence, judgement }

describe('ticket', () => {
  it('has a title of one line in both languages', () => {
    expect(ticketTitle(input)).toEqual({
      fr: '[SENTINEL] [LOCAL] Site coupé : A',
      en: '[SENTINEL] [LOCAL] Site cut off: A',
    })
  })

  it('shows the evidence with its age, the rules by name and what is missing', () => {
    const { fr, en } = ticketContent(input)
    expect(fr).toContain('UPS-A : sur batterie – Battery = 9 (il y a 11 min)')
    expect(fr).toContain('Dernier trafic de R-A wan1 : 5,1 Mbit/s (il y a 17 min)')
    expect(fr).toContain('(power_lost, LOCAL 2.6)')
    expect(fr).toContain('Clients : Client A')
    expect(en).toContain('UPS-A: on battery – Battery = 9 (11 min ago)')
    expect(en).toContain('Still missing:')
    expect(en).toContain('Since: 10 Mar 2026, 10:00 (12 min)')
  })
})

describe('mail to the client', () => {
  it.each(verdicts)('has numbered steps, asks for #DIAG and names no other client for %s', (verdict) => {
    const { subject, body } = clientMail({
      verdict,
      sites: ['A'],
      scope: 'site',
      device: null,
      provider: 'Covage',
      startedAt: minuteOf(0),
      ticketId: '812',
    })
    for (const text of [body.fr, body.en]) {
      expect(text).toMatch(/\n1\. .+\n2\. .+\n3\. /)
      expect(text).toContain('#DIAG')
      expect(text).toContain('812')
      expect(text).not.toMatch(/undefined|null/)
    }
    expect(subject.fr).toBe('Coupure réseau constatée : A')
  })

  it('quotes nothing that would be read as an answer when the mail comes back whole', () => {
    const { body } = clientMail({
      verdict: 'LOCAL',
      sites: ['A'],
      scope: 'device',
      device: 'SW-A',
      provider: null,
      startedAt: minuteOf(0),
      ticketId: null,
    })
    const quoted = body.fr
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n')
    expect(
      parseDiagAnswer(`#DIAG la prise n’a pas de courant\n${quoted}`).signs.map(({ sign }) => sign),
    ).toEqual(['no_power'])
  })
})

describe('closing', () => {
  const closing = {
    cause: incident.cause,
    sites: ['A'],
    judgement,
    startedAt: minuteOf(0),
    recoveredAt: minuteOf(125),
    isFlapping: false,
    isCut: true,
  }
  it('tells duration and cause', () => {
    const { fr, en } = closingText(closing)
    expect(fr).toContain('Durée : 2 h 05')
    expect(fr).toContain('panne sur le site du client – L’alimentation du site manquait')
    expect(en).toContain('Duration: 2 h 05')
    expect(recoveredMail(closing).body.fr).toContain('après 2 h 05 de coupure')
  })
})

describe('mailsDue', () => {
  const ask = (now: number, more: Partial<Parameters<typeof mailsDue>[0]> = {}) => {
    const own = more.incident ?? incident
    const progress = incidentProgress(own, { now: minuteOf(now) })
    return mailsDue({
      incident: own,
      topology: smallTopology,
      judgement,
      evidence: [],
      progress,
      sent: [],
      now: minuteOf(now),
      ...more,
    })
  }
  const told: SentMail[] = [{ client: 'Client A', phase: 'diagnosis' }]

  it('writes once, after five minutes of failure, and once after the recovery', () => {
    expect(ask(4)).toEqual([])
    expect(ask(5)).toEqual(told)
    expect(ask(9, { sent: told })).toEqual([])
    const back = { ...incident, alerts: [alert, alertOn('R-A', { minute: 20, kind: 'RECOVER' })] }
    expect(ask(25, { incident: back, sent: told })).toEqual([])
    expect(ask(30, { incident: back, sent: told })).toEqual([{ client: 'Client A', phase: 'recovered' }])
    expect(ask(30, { incident: back })).toEqual([])
  })

  it('is silent about our side, announced works of the client, and what still works', () => {
    expect(ask(9, { judgement: { ...judgement, verdict: 'WIDIP' } })).toEqual([])
    expect(
      ask(9, {
        evidence: [{ kind: 'change', at: minuteOf(0), what: 'maintenance', by: 'client', detail: 'w' }],
      }),
    ).toEqual([])
    const lossy = alertOn('R-A', { minute: 0, message: 'Packet loss', metrics: 'ping_loss = 40' })
    expect(ask(9, { incident: { ...incident, alerts: [lossy] } })).toEqual([])
    const link = alertOn('R-E', { minute: 0, port: 'wan1' })
    expect(
      ask(9, { incident: { ...incident, cause: causeOf(link, smallTopology), alerts: [link] } }),
    ).toEqual([])
  })
})
