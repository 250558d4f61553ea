import {
  answer,
  check,
  cut,
  down,
  onBattery,
  onMains,
  remind,
  restore,
  type Scenario,
  syslog,
  up,
} from './scenario.ts'

/** One site is silent. */
export const tuningSites: readonly Scenario[] = [
  {
    id: 't01',
    what: 'A line is cut for half an hour, everything on site kept running',
    steps: [
      [0, [cut('DELMAS')]],
      [32, [restore('DELMAS')]],
    ],
    until: 50,
    expect: { incidents: [{ about: 'R-DELMAS', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 't02',
    what: 'A short power cut without UPS: all restart',
    steps: [
      [0, [cut('IMALEZ')]],
      [14, [restore('IMALEZ', 'all')]],
    ],
    until: 30,
    expect: { incidents: [{ about: 'R-IMALEZ', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't03',
    what: 'Power cut with a UPS that holds six minutes',
    steps: [
      [0, [onBattery('MUSIC')]],
      [6, [cut('MUSIC')]],
      [50, [restore('MUSIC', 'all'), onMains('MUSIC')]],
    ],
    until: 70,
    expect: { incidents: [{ about: 'R-MUSIC', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't04',
    what: 'Power cut with a UPS that holds forty minutes',
    steps: [
      [0, [onBattery('STJO')]],
      [40, [cut('STJO')]],
      [95, [restore('STJO', 'all'), onMains('STJO')]],
    ],
    until: 115,
    expect: { incidents: [{ about: 'R-STJO', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't05',
    what: 'Silent site, nothing known, nobody answers',
    steps: [
      [0, [cut('VETPONT')]],
      [30, [remind('R-VETPONT')]],
    ],
    until: 60,
    expect: { incidents: [{ about: 'R-VETPONT', verdict: 'INDETERMINE' }], tickets: 1, mails: 1 },
  },
  {
    id: 't06',
    what: 'Silent site, the box was unplugged by the cleaners and plugged in again',
    steps: [
      [0, [cut('MARTIN')]],
      [18, [answer("#DIAG le cable d'alimentation de la box etait debranche, je l'ai remis")]],
      [22, [restore('MARTIN', ['R-MARTIN'])]],
    ],
    until: 40,
    expect: { incidents: [{ about: 'R-MARTIN', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't07',
    what: 'Silent site, the client restarts the box although the line was at fault',
    steps: [
      [0, [cut('JARDINS')]],
      [
        12,
        [
          answer(
            "#DIAG box allumee, voyant rouge. J'ai redemarre la box, toujours pas d'internet. Free annonce une panne sur le secteur",
          ),
        ],
      ],
      [60, [restore('JARDINS', ['R-JARDINS'])]],
    ],
    until: 80,
    expect: { incidents: [{ about: 'R-JARDINS', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 't08',
    what: 'English answer: no power in the whole street',
    steps: [
      [0, [cut('SOURCE')]],
      [10, [answer('#DIAG there is no power in the building, the whole street is dark')]],
    ],
    until: 30,
    expect: { incidents: [{ about: 'R-SOURCE', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't09',
    what: 'The router reports that its session with the provider fell, then is silent',
    steps: [
      [0, [syslog('R-ROSERAIE', 'PPP', 'PPPoE session down: LCP timeout, no answer from the provider')]],
      [1, [cut('ROSERAIE')]],
      [25, [restore('ROSERAIE')]],
    ],
    until: 45,
    expect: { incidents: [{ about: 'R-ROSERAIE', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 't10',
    what: 'The router sends its dying gasp and is silent',
    steps: [
      [0, [syslog('R-TILLEULS', 'DYINGGASP', 'Dying gasp: power supply lost')]],
      [0.5, [cut('TILLEULS')]],
      [20, [restore('TILLEULS', 'all')]],
    ],
    until: 40,
    expect: { incidents: [{ about: 'R-TILLEULS', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't11',
    what: 'A blink of one minute: over before anything is opened',
    steps: [
      [0, [cut('BIOLIT')]],
      [1, [restore('BIOLIT')]],
    ],
    until: 30,
    expect: { incidents: [], tickets: 0, mails: 0 },
  },
  {
    id: 't12',
    what: 'The devices of a site are told before its router',
    steps: [
      [0, [cut('STJO', { alerts: ['AP1-STJO', 'SW2-STJO', 'SW3-STJO'] })]],
      [4, [remind('R-STJO'), remind('FW-STJO')]],
      [40, [restore('STJO')]],
    ],
    until: 60,
    expect: { incidents: [{ about: 'R-STJO', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 't13',
    what: 'Night: the box restarts itself at three and is back in six minutes',
    startsAt: '2026-03-11T02:00:00Z',
    steps: [
      [0, [cut('COMEDIE')]],
      [6, [restore('COMEDIE', ['R-COMEDIE'])]],
    ],
    until: 25,
    expect: { incidents: [{ about: 'R-COMEDIE', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't14',
    what: 'The site falls again eight minutes after it came back: still one incident',
    steps: [
      [0, [cut('DELMAS')]],
      [20, [restore('DELMAS')]],
      [28, [cut('DELMAS')]],
      [45, [restore('DELMAS')]],
    ],
    until: 70,
    expect: { incidents: [{ about: 'R-DELMAS', verdict: 'FAI' }], tickets: 1, mails: 1 },
  },
  {
    id: 't15',
    what: 'Silent site while another site of the provider blinks: not enough for either side',
    steps: [
      [0, [cut('GARRIGUES')]],
      [3, [cut('BELLEVUE')]],
      [4, [restore('BELLEVUE')]],
    ],
    until: 30,
    expect: { incidents: [{ about: 'R-GARRIGUES', verdict: 'INDETERMINE' }], tickets: 1, mails: 1 },
  },
  {
    id: 't16',
    what: 'Latency and loss because the client saturates his own line',
    steps: [
      [
        0,
        [
          { do: 'port', host: 'R-BIOLIT', port: 'wan1', isSaturated: true, alert: 'Port saturated' },
          check('R-BIOLIT', 'High latency and packet loss', 'ping_loss = 12'),
        ],
      ],
      [
        40,
        [
          { do: 'port', host: 'R-BIOLIT', port: 'wan1', isSaturated: false, alert: 'Port saturated' },
          check('R-BIOLIT', 'High latency and packet loss', 'ping_loss = 0', { isOver: true }),
        ],
      ],
    ],
    until: 60,
    expect: { incidents: [{ about: 'R-BIOLIT', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
  {
    id: 't17',
    what: 'The client announced works on his electricity',
    maintenance: [{ from: 0, to: 30, sites: ['DENTAR'], by: 'client' }],
    steps: [
      [5, [cut('DENTAR')]],
      [80, [restore('DENTAR', 'all')]],
    ],
    until: 100,
    expect: { incidents: [{ about: 'R-DENTAR', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
  {
    id: 't18',
    what: 'The answer contradicts what the monitoring measures',
    steps: [
      [0, [cut('ROUSSEL')]],
      [10, [answer('#DIAG plus de courant ici')]],
      [25, [restore('ROUSSEL', 'none')]],
    ],
    until: 45,
    expect: { incidents: [{ about: 'R-ROUSSEL', verdict: 'INDETERMINE' }], tickets: 1, mails: 1 },
  },
  {
    id: 't19',
    what: 'The firewall behind the router dies: the site works no more but the line does',
    steps: [
      [0, [down('FW-VIDOURLE')]],
      [40, [up('FW-VIDOURLE', { isRestarted: true })]],
    ],
    until: 60,
    expect: { incidents: [{ about: 'FW-VIDOURLE', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
]
