import type { Alert } from './alert.ts'

/** What an alert is about, as far as its metrics and words tell. */
export const alertTopics = [
  'device_down',
  'no_snmp',
  'no_name',
  'port_down',
  'port_errors',
  'saturated',
  'loss',
  'session',
  'power',
  'temperature',
  'restart',
  'configuration',
  'poller',
  'other',
] as const
export type AlertTopic = (typeof alertTopics)[number]

// The first that matches wins: the exact names of metrics and log mnemonics before words that people write.
const patterns: readonly (readonly [AlertTopic, RegExp])[] = [
  ['configuration', /%sys-\d-config|configured from|config(uration)? (changed|saved|commit)|commit complete/],
  ['restart', /%sys-\d-(reload|restart)|cold ?start|warm ?start|device rebooted|reboot|redemarr|restarted/],
  [
    'power',
    /dying.?gasp|on.?battery|onduleur|\bups\b|power (supply|fail|loss|lost|outage)|sur batterie|%.*pwr/,
  ],
  ['power', /battery|batterie|alimentation|input voltage|mains/],
  ['no_name', /\bdns\b|resolv(e|ing)|resolution de nom/],
  ['no_snmp', /\bsnmp\b/],
  ['poller', /poll(er|ing|ed)|no data|donnees absentes|not polled/],
  ['session', /\bbgp|\bospf|ppp(oe)?\b|\blcp\b|tunnel|ipsec|\bvpn|session (down|lost)/],
  ['loss', /packet.?loss|perte|latency|latence|jitter|ping.?(loss|rtt|time)|\brtt\b/],
  ['saturated', /saturat|octets_perc|utili[sz]ation|bandwidth|bande passante/],
  ['port_errors', /errors?_rate|\berrors?\b|\berreurs?\b|\bcrc\b|discard|duplex/],
  [
    'port_down',
    /ifoperstatus|updown|link.?down|port (is )?down|interface (is )?down|flap|state to (up|down)/,
  ],
  ['temperature', /temperature|overheat|surchauffe|\bfan\b|ventilateur/],
  [
    'device_down',
    /device_status|device (is )?down|injoignable|unreachable|no icmp|not respond|devices? up\/down/,
  ],
]

/** Asked many times for one alert when hundreds come at once. */
const topics = new WeakMap<Alert, AlertTopic>()

/** The topic of an alert, from its log line, metrics, conditions and check. Never from the name of a device. */
export function topicOf(alert: Alert): AlertTopic {
  const known = topics.get(alert)
  if (known !== undefined) return known
  const topic = readTopic(alert)
  topics.set(alert, topic)
  return topic
}

function readTopic(alert: Alert): AlertTopic {
  const { syslog, metrics, conditions, checker, entity } = alert
  const words =
    syslog === null
      ? [Object.keys(metrics), conditions, checker].flat().join(' ')
      : `${syslog.program ?? ''} ${syslog.message} ${checker}`
  const text = words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const found = patterns.find(([, pattern]) => pattern.test(text))?.[0]
  if (found !== undefined) return found
  return entity.type === 'device' && alert.severity === 'critical' && /down/.test(text)
    ? 'device_down'
    : 'other'
}
