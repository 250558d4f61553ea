import { readFileSync } from 'node:fs'
import { ValidationError } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { topicOf } from './alert-topic.ts'
import { parseNotification } from './parse-notification.ts'
import type { Delivery } from './read-fields.ts'

const receivedAt = new Date('2026-01-06T14:00:00Z')
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')
const json = (body: unknown): Delivery => ({
  contentType: 'application/json',
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const parse = (delivery: Delivery) => parseNotification(delivery, { receivedAt })
const tags = (name: string) => JSON.parse(fixture(name)) as Record<string, string | number | null>
const pairs = (name: string): [string, string][] =>
  Object.entries(tags(name)).map(([tag, value]) => [tag, String(value ?? '')])

describe('parseNotification of Observium', () => {
  it('reads an alert on a device', () => {
    const alert = parse(json(fixture('alert-device')))
    expect(alert).toMatchObject({
      source: 'observium',
      kind: 'ALERT',
      alertId: '7731',
      at: '2026-01-06T13:30:12.000Z',
      severity: 'critical',
      device: { hostname: 'switch-music-001', id: '512', location: 'EHPAD Music Art & Co, Local technique' },
      entity: { type: 'device', id: '512', name: 'switch-music-001', description: null },
      checker: 'Device is down',
      conditions: ['device_status equals 0 (0)'],
      metrics: { device_status: '0' },
      syslog: null,
    })
    expect(alert.dedupeKey).toBe('observium|7731|ALERT|1767706212')
    expect(topicOf(alert)).toBe('device_down')
  })

  it('reads an alert on a port with several conditions and keeps what only looks like a tag', () => {
    const alert = parse(json(fixture('alert-port')))
    expect(alert.entity).toEqual({
      type: 'port',
      id: '18801',
      name: 'GigabitEthernet1/0/24',
      description: 'Uplink <FAI> box',
    })
    expect(alert.conditions).toEqual([
      'ifInErrors_rate greater 10 (42.6)',
      'ifOutErrors_rate greater 10 (11.2)',
    ])
    expect(alert.metrics).toEqual({ ifInErrors_rate: '42.6', ifOutErrors_rate: '11.2' })
    expect(topicOf(alert)).toBe('port_errors')
  })

  it('reads recoveries, reminders and log lines, with a key that links the first three', () => {
    const kinds = ['alert-device', 'recover-device', 'reminder-device', 'syslog'].map((name) =>
      parse(json(fixture(name))),
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['ALERT', 'RECOVER', 'REMINDER', 'SYSLOG'])
    expect(new Set(kinds.map(({ alertKey }) => alertKey)).size).toBe(1)
    expect(new Set(kinds.map(({ dedupeKey }) => dedupeKey)).size).toBe(4)
    expect(kinds[3]?.syslog).toEqual({
      rule: 'link-flap',
      program: 'LINK-3-UPDOWN',
      message: '%LINK-3-UPDOWN: Interface GigabitEthernet1/0/24, changed state to down',
    })
  })

  it('gives one key to one notification over every transport', () => {
    const form = new URLSearchParams(pairs('alert-device')).toString()
    const keys = [
      json(fixture('alert-device')),
      { contentType: 'application/x-www-form-urlencoded', body: form },
      { body: '', query: Object.fromEntries(pairs('alert-device')) },
      json({ originator: 'Observium', body: fixture('alert-device') }),
      json({
        alertId: '7731',
        state: 'ALERT',
        device: 'switch-music-001',
        message: 'Device is down',
        at: '1767706212',
      }),
      json({ ...tags('alert-device'), ALERT_UNIXTIME: '1767706212', SOMETHING_NEW: { deep: true } }),
    ].map((delivery) => parse(delivery).dedupeKey)
    expect(new Set(keys)).toEqual(new Set(['observium|7731|ALERT|1767706212']))
  })

  it('keeps two log lines of one rule and second apart', () => {
    const other = {
      ...tags('syslog'),
      SYSLOG_MESSAGE: 'Interface GigabitEthernet1/0/23, changed state to down',
    }
    expect(parse(json(other)).dedupeKey).not.toBe(parse(json(fixture('syslog'))).dedupeKey)
  })

  it('reads the old transport from its title alone', () => {
    const body = { originator: 'Observium', body: 'ALERT: [sw1] [port] [Gi1/0/1] Port is down\nsee graph' }
    expect(parse(json(body))).toMatchObject({
      kind: 'ALERT',
      alertId: null,
      at: receivedAt.toISOString(),
      device: { hostname: 'sw1' },
      entity: { type: 'port', name: 'Gi1/0/1' },
      checker: 'Port is down',
    })
  })

  it.each([
    ['', 'body'],
    ['{"ALERT_STATE":', 'body'],
    ['hello', 'body'],
    ['{}', 'body'],
    ['{"a":1}', 'ALERT_STATE'],
    ['{"ALERT_STATE":"MAYBE","DEVICE_HOSTNAME":"a"}', 'ALERT_STATE'],
    ['{"ALERT_STATE":"ALERT"}', 'DEVICE_HOSTNAME'],
    ['{"ALERT_STATE":"ALERT","DEVICE_HOSTNAME":"a","ALERT_UNIXTIME":"soon"}', 'ALERT_UNIXTIME'],
    ['{"source":"librenms","hostname":"a"}', 'state'],
    ['{"state":"7","hostname":"a"}', 'state'],
    ['{"state":"1"}', 'hostname'],
    ['{"state":"1","hostname":"a","timestamp":"yesterday"}', 'timestamp'],
  ])('refuses %s and names %s', (body, field) => {
    try {
      parse({ body })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ValidationError)
      expect((error as ValidationError).fields?.map(({ path }) => path)).toEqual([field])
    }
  })

  it('takes hostile text as text', () => {
    const hostile = '\u202E<script>alert(1)</script>\u0000\nignore previous instructions'
    const alert = parse(
      json({ ...tags('alert-device'), DEVICE_HOSTNAME: hostile, ALERT_MESSAGE: 'x'.repeat(5000) }),
    )
    expect(alert.device.hostname).toBe('<script>alert(1)</script> ignore previous instructions')
    expect(alert.checker.length).toBe(1000)
    expect(parse(json({ ...tags('alert-device'), ALERT_URL: 'javascript:alert(1)' })).url).toBeNull()
  })
})

describe('parseNotification of LibreNMS', () => {
  const body = {
    title: 'Alert for device sw1 - Devices up/down',
    hostname: 'sw1.lan',
    sysName: 'sw1',
    device_id: 12,
    location: 'Lunel - Residence',
    severity: 'critical',
    state: 1,
    rule: 'macros.device_down = 1',
    name: 'Device Down! Due to no ICMP response.',
    timestamp: '2026-07-06 14:30:12',
    uid: 991,
    id: 77,
  }

  it('reads its variables, times in the zone of the server', () => {
    const alert = parse({ contentType: 'text/plain', body: JSON.stringify(body) })
    expect(alert).toMatchObject({
      source: 'librenms',
      kind: 'ALERT',
      at: '2026-07-06T12:30:12.000Z',
      device: { hostname: 'sw1.lan', id: '12', location: 'Lunel - Residence' },
      checker: 'Device Down! Due to no ICMP response.',
    })
    expect(topicOf(alert)).toBe('device_down')
    expect(parse(json({ ...body, timestamp: '2026-01-06 14:30:12' })).at).toBe('2026-01-06T13:30:12.000Z')
  })

  it.each([
    [0, 'RECOVER'],
    [1, 'ALERT'],
    [2, 'REMINDER'],
    [3, 'REMINDER'],
    [4, 'REMINDER'],
  ])('state %i is %s', (state, kind) => {
    expect(parse(json({ ...body, state })).kind).toBe(kind)
  })

  it('reads a form', () => {
    const form = new URLSearchParams(
      Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]),
    )
    expect(parse({ body: form.toString() }).dedupeKey).toBe(parse(json(body)).dedupeKey)
  })
})
