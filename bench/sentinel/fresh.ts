import {
  answer,
  check,
  cut,
  down,
  onBattery,
  onMains,
  port,
  restore,
  type Scenario,
  syslog,
  up,
} from './scenario.ts'

const edges = [
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

/** Written once the other sets were right, to find what they do not ask. */
export const fresh: readonly Scenario[] = [
  {
    id: 'f01',
    what: 'A power cut in a valley that only has Covage: three sites of one provider restart together',
    steps: [
      [0, [onBattery('MUSIC'), cut('GARRIGUES'), cut('SOURCE')]],
      [5, [cut('MUSIC')]],
      [
        45,
        [restore('MUSIC', 'all'), restore('GARRIGUES', 'all'), restore('SOURCE', 'all'), onMains('MUSIC')],
      ],
    ],
    until: 65,
    expect: { incidents: [{ about: 'R-MUSIC', verdict: 'LOCAL' }], tickets: 3, mails: 3 },
  },
  {
    id: 'f02',
    what: 'SFR outage on three sites, one client restarts his router meanwhile',
    steps: [
      [0, [cut('TILLEULS'), cut('DENTAR')]],
      [1, [cut('DELMAS')]],
      [60, [restore('TILLEULS'), restore('DENTAR', ['R-DENTAR']), restore('DELMAS')]],
    ],
    until: 80,
    expect: { incidents: [{ about: 'R-DENTAR', verdict: 'FAI' }], tickets: 1, mails: 3 },
  },
  {
    id: 'f03',
    what: 'Bouygues and Orange fall in the same quarter of an hour, six minutes apart, and do not come back yet',
    steps: [
      [0, [cut('VIDOURLE'), cut('ROSERAIE'), cut('GENETS')]],
      [6, [cut('BIOLIT'), cut('VETPONT')]],
    ],
    until: 45,
    expect: {
      incidents: [
        { about: 'R-GENETS', verdict: 'FAI' },
        { about: 'R-BIOLIT', verdict: 'FAI' },
        { about: 'R-VETPONT', verdict: 'FAI' },
      ],
      tickets: 3,
      mails: 5,
    },
  },
  {
    id: 'f04',
    what: 'A switch crashes and writes a cold start to its log',
    steps: [
      [0, [down('SW1-IMALEZ')]],
      [
        6,
        [
          up('SW1-IMALEZ', { isRestarted: true }),
          syslog('SW1-IMALEZ', 'SNMP-5-COLDSTART', 'SNMP agent is undergoing a cold start', 'Notice'),
        ],
      ],
    ],
    until: 30,
    expect: { incidents: [{ about: 'SW1-IMALEZ', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 'f05',
    what: 'A switch is silent and the client says that its socket has no power',
    steps: [
      [0, [down('SW3-VIDOURLE')]],
      [15, [answer("#DIAG le switch est \u00e9teint, la prise n'a pas de courant. Cordialement, Paul")]],
    ],
    until: 35,
    expect: { incidents: [{ about: 'SW3-VIDOURLE', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 'f06',
    what: 'An access point restarts in a loop',
    steps: [0, 6, 12, 18, 24].flatMap((minute) => [
      [minute, [down('AP1-TILLEULS')]] as const,
      [minute + 3, [up('AP1-TILLEULS', { isRestarted: true })]] as const,
    ]),
    until: 70,
    expect: { incidents: [{ about: 'AP1-TILLEULS', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
  {
    id: 'f07',
    what: 'Announced work of the provider, over within its window',
    maintenance: [{ from: 0, to: 60, sites: ['JARDINS', 'MARTIN'], by: 'provider' }],
    steps: [
      [10, [cut('JARDINS'), cut('MARTIN')]],
      [35, [restore('JARDINS'), restore('MARTIN')]],
    ],
    until: 80,
    expect: { incidents: [], tickets: 0, mails: 0 },
  },
  {
    id: 'f08',
    what: 'The UPS tells of the power cut one minute after the site is dark',
    steps: [
      [0, [cut('GENETS', { alerts: ['R-GENETS', 'SW1-GENETS'] })]],
      [1, [onBattery('GENETS')]],
      [30, [restore('GENETS', 'all'), onMains('GENETS')]],
    ],
    until: 50,
    expect: { incidents: [{ about: 'R-GENETS', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 'f09',
    what: 'Somebody changes the SNMP account of the monitoring: every router answers ping and no SNMP',
    steps: [
      [0, edges.map((site) => down(`R-${site}`, { reason: 'snmp' }))],
      [30, edges.map((site) => up(`R-${site}`))],
    ],
    until: 50,
    expect: { incidents: [{ about: 'R-MUSIC', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 'f10',
    what: 'Our name server is down: no name resolves',
    steps: [
      [0, edges.map((site) => down(`R-${site}`, { reason: 'dns' }))],
      [20, edges.map((site) => up(`R-${site}`))],
    ],
    until: 40,
    expect: { incidents: [{ about: 'R-MUSIC', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 'f11',
    what: 'The second core router dies, the first carries everything',
    steps: [
      [0, [down('CORE-2')]],
      [40, [up('CORE-2', { isRestarted: true })]],
    ],
    until: 60,
    expect: { incidents: [{ about: 'CORE-2', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 'f12',
    what: 'A clinic loses its first link, twenty minutes later the second: it is cut off',
    steps: [
      [0, [port('R-STJEAN', 'wan1', { state: 'down', alert: 'Port is down' })]],
      [20, [cut('STJEAN')]],
      [60, [restore('STJEAN'), port('R-STJEAN', 'wan1', { state: 'up', alert: 'Port is down' })]],
    ],
    until: 80,
    expect: { incidents: [{ about: 'R-STJEAN', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 'f13',
    what: 'A storage alert and an outage of the same site are two things',
    steps: [
      [0, [check('FW-ROSERAIE', 'Storage almost full', 'storage_perc = 93', { severity: 'Warning' })]],
      [10, [cut('ROSERAIE')]],
      [40, [restore('ROSERAIE')]],
      [
        50,
        [
          check('FW-ROSERAIE', 'Storage almost full', 'storage_perc = 40', {
            severity: 'Warning',
            isOver: true,
          }),
        ],
      ],
    ],
    until: 70,
    expect: {
      incidents: [
        { about: 'FW-ROSERAIE', verdict: 'LOCAL' },
        { about: 'R-ROSERAIE', verdict: 'FAI' },
      ],
      tickets: 2,
      mails: 1,
    },
  },
  {
    id: 'f14',
    what: 'A core router falls while one site had been cut off for an hour',
    steps: [
      [0, [cut('ROUSSEL')]],
      [60, [down('CORE-1'), cut('MUSIC'), cut('STJO')]],
      [70, [up('CORE-1', { isRestarted: true }), restore('MUSIC'), restore('STJO')]],
      [90, [restore('ROUSSEL')]],
    ],
    until: 110,
    expect: {
      incidents: [
        { about: 'R-ROUSSEL', verdict: 'FAI' },
        { about: 'CORE-1', verdict: 'WIDIP' },
      ],
      tickets: 2,
      mails: 1,
    },
  },
]
