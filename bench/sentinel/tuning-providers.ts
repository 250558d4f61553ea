import { check, cut, onBattery, onMains, port, restore, type Scenario } from './scenario.ts'

/** Several sites, several ways out. */
export const tuningProviders: readonly Scenario[] = [
  {
    id: 't20',
    what: 'Orange outage on four sites within two minutes',
    steps: [
      [0, [cut('VIDOURLE'), cut('IMALEZ')]],
      [1, [cut('ROSERAIE')]],
      [2, [cut('GENETS')]],
      [70, [restore('VIDOURLE'), restore('IMALEZ'), restore('ROSERAIE'), restore('GENETS')]],
    ],
    until: 90,
    expect: { incidents: [{ about: 'R-GENETS', verdict: 'FAI' }], tickets: 1, mails: 4 },
  },
  {
    id: 't21',
    what: 'SFR outage that the two-way clinic survives: three sites and one lost link',
    steps: [
      [0, [cut('TILLEULS')]],
      [0.5, [cut('DENTAR'), port('R-STJEAN', 'wan2', { state: 'down', alert: 'Port is down' })]],
      [1, [cut('DELMAS')]],
      [
        50,
        [
          restore('TILLEULS'),
          restore('DENTAR'),
          restore('DELMAS'),
          port('R-STJEAN', 'wan2', { state: 'up', alert: 'Port is down' }),
        ],
      ],
    ],
    until: 70,
    expect: { incidents: [{ about: 'R-STJEAN', verdict: 'FAI' }], tickets: 1, mails: 4 },
  },
  {
    id: 't22',
    what: 'Provider outage found late: the third site falls after two tickets were opened',
    steps: [
      [0, [cut('MUSIC')]],
      [4, [cut('GARRIGUES')]],
      [9, [cut('SOURCE')]],
      [60, [restore('MUSIC'), restore('GARRIGUES'), restore('SOURCE')]],
    ],
    until: 80,
    expect: { incidents: [{ about: 'R-SOURCE', verdict: 'FAI' }], tickets: 2, mails: 3 },
  },
  {
    id: 't23',
    what: 'Two sites of one provider: two incidents, each points to the provider',
    steps: [
      [0, [cut('MARTIN')]],
      [2, [cut('ROUSSEL')]],
      [40, [restore('MARTIN'), restore('ROUSSEL')]],
    ],
    until: 60,
    expect: {
      incidents: [
        { about: 'R-MARTIN', verdict: 'FAI' },
        { about: 'R-ROUSSEL', verdict: 'FAI' },
      ],
      tickets: 2,
      mails: 2,
    },
  },
  {
    id: 't24',
    what: 'A storm cuts the power of four sites of three providers',
    steps: [
      [0, [onBattery('MUSIC'), cut('TILLEULS')]],
      [1, [cut('SOURCE'), cut('ROUSSEL')]],
      [8, [cut('MUSIC')]],
      [
        60,
        [
          restore('MUSIC', 'all'),
          restore('TILLEULS', 'all'),
          restore('SOURCE', 'all'),
          restore('ROUSSEL', 'all'),
          onMains('MUSIC'),
        ],
      ],
    ],
    until: 80,
    // Until the fourth site falls they look like four strangers.
    expect: { incidents: [{ about: 'R-MUSIC', verdict: 'LOCAL' }], tickets: 4, mails: 4 },
  },
  {
    id: 't25',
    what: 'Clinic with two providers: the second link drops, the first holds',
    steps: [
      [0, [port('R-STJEAN', 'wan2', { state: 'down', alert: 'Interface is down' })]],
      [90, [port('R-STJEAN', 'wan2', { state: 'up', alert: 'Interface is down' })]],
    ],
    until: 110,
    expect: { incidents: [{ about: 'R-STJEAN', verdict: 'FAI' }], tickets: 1, mails: 0 },
  },
  {
    id: 't26',
    what: 'Both links of the clinic are lost: its power is gone',
    steps: [
      [0, [onBattery('STJEAN')]],
      [12, [cut('STJEAN')]],
      [60, [restore('STJEAN', 'all'), onMains('STJEAN')]],
    ],
    until: 80,
    expect: { incidents: [{ about: 'R-STJEAN', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't27',
    what: 'The provider announced work on two sites for the night and it lasts longer',
    startsAt: '2026-03-11T01:00:00Z',
    maintenance: [{ from: 0, to: 30, sites: ['BIOLIT'], by: 'provider' }],
    steps: [
      [5, [cut('BIOLIT')]],
      [75, [restore('BIOLIT')]],
    ],
    until: 95,
    expect: { incidents: [{ about: 'R-BIOLIT', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 't28',
    what: 'Loss on three Covage lines at once, nothing down',
    steps: [
      [
        0,
        [
          check('R-MUSIC', 'Packet loss', 'ping_loss = 30'),
          check('R-BELLEVUE', 'Packet loss', 'ping_loss = 41'),
        ],
      ],
      [1, [check('R-SOURCE', 'Packet loss', 'ping_loss = 28')]],
      [
        45,
        ['MUSIC', 'BELLEVUE', 'SOURCE'].map((site) =>
          check(`R-${site}`, 'Packet loss', 'ping_loss = 0', { isOver: true }),
        ),
      ],
    ],
    until: 65,
    expect: { incidents: [{ about: 'R-SOURCE', verdict: 'FAI' }], tickets: 1, mails: 0 },
  },
  {
    id: 't29',
    what: 'Loss on one line with errors on the port of the router: a bad cable to the box',
    steps: [
      [0, [port('R-VETPONT', 'wan1', { errors: 25 }), check('R-VETPONT', 'Packet loss', 'ping_loss = 9')]],
      [
        30,
        [
          port('R-VETPONT', 'wan1', { errors: 0 }),
          check('R-VETPONT', 'Packet loss', 'ping_loss = 0', { isOver: true }),
        ],
      ],
    ],
    until: 50,
    expect: { incidents: [{ about: 'R-VETPONT', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
]
