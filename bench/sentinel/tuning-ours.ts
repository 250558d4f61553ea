import { check, cut, down, port, remind, restore, type Scenario, syslog, up } from './scenario.ts'

const all = [
  'JARDINS',
  'MUSIC',
  'STJO',
  'VIDOURLE',
  'BIOLIT',
  'DENTAR',
  'SOURCE',
  'GENETS',
  'MARTIN',
  'DELMAS',
] as const
const silent = ['R-JARDINS', 'R-MUSIC', 'SW1-STJO', 'FW-VIDOURLE', 'R-BIOLIT'] as const
const quoted = 'SW-"; DROP TABLE alerts; -- <script>'

/** Our side, deliveries that go wrong, and what is no incident. */
export const tuningOurs: readonly Scenario[] = [
  {
    id: 't40',
    what: 'Our core goes down after the first sites were told',
    steps: [
      [0, all.slice(0, 4).map((site) => cut(site))],
      [1, [down('CORE-1'), ...all.slice(4).map((site) => cut(site))]],
      [12, [up('CORE-1', { isRestarted: true }), ...all.map((site) => restore(site))]],
    ],
    until: 30,
    expect: { incidents: [{ about: 'CORE-1', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 't41',
    what: 'The poller loses its own way out: every site of every provider is silent, the core is not asked',
    steps: [
      [0, all.map((site) => cut(site))],
      [0.5, ['COMEDIE', 'BELLEVUE', 'TILLEULS', 'ROSERAIE', 'VETPONT', 'IMALEZ'].map((site) => cut(site))],
      [
        9,
        [...all, 'COMEDIE', 'BELLEVUE', 'TILLEULS', 'ROSERAIE', 'VETPONT', 'IMALEZ'].map((site) =>
          restore(site),
        ),
      ],
    ],
    until: 30,
    expect: { incidents: [{ about: 'R-MUSIC', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 't42',
    what: 'A gap in the data of every device, and complaints about it',
    steps: [
      [0, [{ do: 'gap', hosts: 'all' }]],
      [
        17,
        silent.map((host) =>
          check(host, 'No data from poller', 'last_polled = 17m', { severity: 'Warning' }),
        ),
      ],
      [
        40,
        [
          { do: 'polled' },
          ...silent.map((host) =>
            check(host, 'No data from poller', 'last_polled = 0m', { severity: 'Warning', isOver: true }),
          ),
        ],
      ],
    ],
    until: 60,
    expect: { incidents: [{ about: 'R-MUSIC', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 't43',
    what: 'Names cannot be resolved for two access points',
    steps: [
      [0, [down('AP1-JARDINS', { reason: 'dns' }), down('AP2-JARDINS', { reason: 'dns' })]],
      [20, [up('AP1-JARDINS'), up('AP2-JARDINS')]],
    ],
    until: 40,
    expect: { incidents: [{ about: 'AP1-JARDINS', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 't44',
    what: 'We change a firewall and cut the site off; the log told of the change',
    steps: [
      [0, [syslog('FW-BELLEVUE', 'SYS-5-CONFIG_I', 'Configured from console by widip on vty0', 'Notice')]],
      [3, [down('FW-BELLEVUE')]],
      [18, [up('FW-BELLEVUE')]],
    ],
    until: 40,
    expect: { incidents: [{ about: 'FW-BELLEVUE', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 't45',
    what: 'A port of an uplink shut by us',
    steps: [[0, [port('R-STJEAN', 'wan1', { state: 'admin down', alert: 'Port is down' })]]],
    until: 30,
    expect: { incidents: [{ about: 'R-STJEAN', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 't46',
    what: 'The switch is updated within its window',
    maintenance: [{ from: 0, to: 45, devices: ['SW1-TILLEULS'], by: 'us' }],
    steps: [
      [5, [down('SW1-TILLEULS')]],
      [12, [up('SW1-TILLEULS', { isRestarted: true })]],
    ],
    until: 70,
    expect: { incidents: [], tickets: 0, mails: 0 },
  },
  {
    id: 't47',
    what: 'The ALERT is lost: a reminder tells of the outage',
    steps: [
      [0, [down('AP1-BIOLIT', { travel: { isLost: true } })]],
      [30, [remind('AP1-BIOLIT')]],
      [50, [up('AP1-BIOLIT', { isRestarted: true })]],
    ],
    until: 70,
    expect: { incidents: [{ about: 'AP1-BIOLIT', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't48',
    what: 'The RECOVER is lost and the monitoring shows the site working',
    steps: [
      [0, [cut('DENTAR')]],
      [25, [restore('DENTAR', 'none', { isLost: true })]],
    ],
    until: 60,
    expect: { incidents: [{ about: 'R-DENTAR', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 't49',
    what: 'Reordered and repeated: the old ALERT comes again after the RECOVER',
    steps: [
      [0, [down('SW1-MARTIN')]],
      [0, [down('SW1-MARTIN', { travel: { deliveredAt: 33, via: 'old' } })]],
      [30, [up('SW1-MARTIN', { isRestarted: true, travel: { times: 2 } })]],
    ],
    until: 60,
    expect: { incidents: [{ about: 'SW1-MARTIN', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't50',
    what: 'A name made to break a query, unknown to the topology',
    steps: [
      [0, [check(quoted, 'Device is down', 'device_status = 0')]],
      [40, [check(quoted, 'Device is down', 'device_status = 1', { isOver: true })]],
    ],
    until: 60,
    expect: { incidents: [{ about: quoted, verdict: 'INDETERMINE' }], tickets: 1, mails: 0 },
  },
  {
    id: 't51',
    what: 'A log line that tells of nothing that fails',
    steps: [[0, [syslog('SW1-STJO', 'SYS-6-LOGIN', 'Login success for user widip', 'Informational')]]],
    until: 20,
    expect: { incidents: [], tickets: 0, mails: 0 },
  },
]
