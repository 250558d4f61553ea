import {
  answer,
  check,
  cut,
  down,
  onBattery,
  onMains,
  port,
  remind,
  restore,
  type Scenario,
  up,
} from './scenario.ts'

/** Written before any tuning and never tuned on: outages of sites and providers. */
export const heldOutages: readonly Scenario[] = [
  {
    id: 'h02',
    what: 'Covage outage on four sites that fall within six minutes and come back together',
    steps: [
      [0, [cut('MUSIC')]],
      [2, [cut('BELLEVUE')]],
      [3, [cut('GARRIGUES')]],
      [6, [cut('SOURCE')]],
      [80, [restore('MUSIC'), restore('BELLEVUE'), restore('GARRIGUES'), restore('SOURCE')]],
    ],
    until: 100,
    expect: { incidents: [{ about: 'R-SOURCE', verdict: 'FAI' }], tickets: 1, mails: 4 },
  },
  {
    id: 'h03',
    what: 'Power cut: the UPS lasts 25 minutes, then the whole site is dark until the mains are back',
    steps: [
      [0, [onBattery('BIOLIT')]],
      [25, [cut('BIOLIT')]],
      [70, [restore('BIOLIT', 'all'), onMains('BIOLIT')]],
    ],
    until: 90,
    expect: { incidents: [{ about: 'R-BIOLIT', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h04',
    what: 'An unstable line cuts a small site off every few minutes',
    steps: [
      [0, [cut('DENTAR')]],
      [3, [restore('DENTAR')]],
      [6, [cut('DENTAR')]],
      [9, [restore('DENTAR')]],
      [12, [cut('DENTAR')]],
      [15, [restore('DENTAR')]],
      [18, [cut('DENTAR')]],
      [22, [restore('DENTAR')]],
    ],
    until: 70,
    expect: { incidents: [{ about: 'R-DENTAR', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h10',
    what: 'Packet loss on the line of a small site, nothing is down',
    steps: [
      [0, [check('R-VETPONT', 'Packet loss above 20 percent', 'ping_loss = 34')]],
      [50, [check('R-VETPONT', 'Packet loss above 20 percent', 'ping_loss = 0', { isOver: true })]],
    ],
    until: 70,
    expect: { incidents: [{ about: 'R-VETPONT', verdict: 'FAI' }], tickets: 1, mails: 0 },
  },
  {
    id: 'h17',
    what: 'A clinic with two providers on one router loses the first and goes on with the second',
    steps: [
      [0, [port('R-STJEAN', 'wan1', { state: 'down', alert: 'Port is down' })]],
      [45, [port('R-STJEAN', 'wan1', { state: 'up', alert: 'Port is down' })]],
    ],
    until: 60,
    expect: { incidents: [{ about: 'R-STJEAN', verdict: 'FAI' }], tickets: 1, mails: 0 },
  },
  {
    id: 'h18',
    what: 'Night: a surgery switches its main breaker off in the evening and on in the morning',
    startsAt: '2026-03-10T21:00:00Z',
    steps: [
      [0, [cut('MARTIN')]],
      [120, [remind('R-MARTIN')]],
      [480, [restore('MARTIN', 'all')]],
    ],
    until: 500,
    expect: { incidents: [{ about: 'R-MARTIN', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h20',
    what: 'A pharmacy is silent and nothing else is known yet',
    steps: [[0, [cut('COMEDIE')]]],
    until: 40,
    expect: { incidents: [{ about: 'R-COMEDIE', verdict: 'INDETERMINE' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h21',
    what: 'A workshop is silent, its owner answers that there is no power',
    steps: [
      [0, [cut('ROUSSEL')]],
      [
        15,
        [answer("#DIAG Bonjour, plus de courant dans l'atelier depuis ce matin, Enedis est pr\u00e9venu")],
      ],
    ],
    until: 40,
    expect: { incidents: [{ about: 'R-ROUSSEL', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h22',
    what: 'A home is silent, the nurse sees the box with a red light and asks the neighbours',
    steps: [
      [0, [cut('BELLEVUE')]],
      [
        20,
        [
          answer(
            "#DIAG La box est allum\u00e9e mais le voyant internet est rouge.\nLes voisins n'ont plus internet non plus.\n\nLe 10 mars, Support a \u00e9crit :\n> la box est-elle \u00e9teinte ?",
          ),
        ],
      ],
    ],
    until: 50,
    expect: { incidents: [{ about: 'R-BELLEVUE', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h27',
    what: 'Two routers, two providers: the first line drops, the second router holds',
    steps: [
      [0, [down('R-HADOC')]],
      [35, [up('R-HADOC')]],
    ],
    until: 60,
    expect: { incidents: [{ about: 'R-HADOC', verdict: 'FAI' }], tickets: 1, mails: 0 },
  },
  {
    id: 'h28',
    what: 'The same kind of line cut told by LibreNMS',
    steps: [
      [0, [cut('VETPONT', { travel: { via: 'librenms' } })]],
      [30, [restore('VETPONT', 'none', { via: 'librenms' })]],
    ],
    until: 50,
    expect: { incidents: [{ about: 'R-VETPONT', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h29',
    what: 'Three Free Pro sites fall while an access point of a stranger breaks',
    steps: [
      [0, [cut('JARDINS')]],
      [1, [cut('MARTIN'), down('AP1-DELMAS')]],
      [1.5, [cut('COMEDIE')]],
      [
        60,
        [restore('JARDINS'), restore('MARTIN'), restore('COMEDIE'), up('AP1-DELMAS', { isRestarted: true })],
      ],
    ],
    until: 80,
    expect: {
      incidents: [
        { about: 'R-JARDINS', verdict: 'FAI' },
        { about: 'AP1-DELMAS', verdict: 'LOCAL' },
      ],
      tickets: 2,
      mails: 4,
    },
  },
]
