import { down, onBattery, onMains, port, type Scenario, syslog, up } from './scenario.ts'

/** Written before any tuning and never tuned on: one device or port. */
export const heldInside: readonly Scenario[] = [
  {
    id: 'h01',
    what: 'A floor switch of a clinic loses its power supply and comes back',
    steps: [
      [0, [down('SW3-STJO')]],
      [20, [up('SW3-STJO', { isRestarted: true })]],
    ],
    until: 40,
    expect: { incidents: [{ about: 'SW3-STJO', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h07',
    what: 'The cable of one socket is cut by a cleaner',
    steps: [[0, [port('SW2-VIDOURLE', 'Gi1/0/12', { state: 'down', alert: 'Port is down' })]]],
    until: 40,
    expect: { incidents: [{ about: 'SW2-VIDOURLE', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
  {
    id: 'h08',
    what: 'A UPS runs on battery for twelve minutes, nothing falls',
    steps: [
      [0, [onBattery('GENETS')]],
      [12, [onMains('GENETS')]],
    ],
    until: 40,
    expect: { incidents: [{ about: 'UPS-GENETS', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
  {
    id: 'h09',
    what: 'We reload a switch for its update and told nobody',
    steps: [
      [
        0,
        [
          syslog(
            'SW1-TILLEULS',
            'SYS-5-RELOAD',
            '%SYS-5-RELOAD: Reload requested by admin on vty0',
            'Notice',
          ),
        ],
      ],
      [1, [down('SW1-TILLEULS')]],
      [9, [up('SW1-TILLEULS', { isRestarted: true })]],
    ],
    until: 30,
    expect: { incidents: [{ about: 'SW1-TILLEULS', verdict: 'WIDIP' }], tickets: 1, mails: 0 },
  },
  {
    id: 'h14',
    what: 'An access point comes back and its recovery is never told',
    steps: [
      [0, [down('AP1-ROSERAIE')]],
      [12, [up('AP1-ROSERAIE', { isQuiet: true, isRestarted: true })]],
    ],
    until: 50,
    expect: { incidents: [{ about: 'AP1-ROSERAIE', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h16',
    what: 'One fault delivered three times and over two transports',
    steps: [
      [0, [down('SW1-DENTAR', { travel: { times: 3, via: 'form' } }), down('SW1-DENTAR')]],
      [18, [up('SW1-DENTAR', { isRestarted: true, travel: { times: 2, via: 'query' } })]],
    ],
    until: 40,
    expect: { incidents: [{ about: 'SW1-DENTAR', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 'h23',
    what: 'Two strangers break at the same minute at two clients',
    steps: [
      [0, [down('AP1-IMALEZ'), down('SW1-DENTAR')]],
      [25, [up('AP1-IMALEZ', { isRestarted: true }), up('SW1-DENTAR', { isRestarted: true })]],
    ],
    until: 45,
    expect: {
      incidents: [
        { about: 'AP1-IMALEZ', verdict: 'LOCAL' },
        { about: 'SW1-DENTAR', verdict: 'LOCAL' },
      ],
      tickets: 2,
      mails: 2,
    },
  },
  {
    id: 'h24',
    what: 'Two access points of one site break twelve minutes apart, for two reasons',
    steps: [
      [0, [down('AP1-TILLEULS')]],
      [12, [down('AP2-TILLEULS')]],
      [40, [up('AP1-TILLEULS', { isRestarted: true })]],
      [55, [up('AP2-TILLEULS')]],
    ],
    until: 75,
    expect: {
      incidents: [
        { about: 'AP1-TILLEULS', verdict: 'LOCAL' },
        { about: 'AP2-TILLEULS', verdict: 'LOCAL' },
      ],
      tickets: 2,
      mails: 2,
    },
  },
  {
    id: 'h25',
    what: 'A bad connector: errors on the port towards an access point',
    steps: [
      [0, [port('SW1-BIOLIT', 'Gi1/0/46', { errors: 42, alert: 'Port errors above threshold' })]],
      [30, [port('SW1-BIOLIT', 'Gi1/0/46', { errors: 0, alert: 'Port errors above threshold' })]],
    ],
    until: 50,
    expect: { incidents: [{ about: 'SW1-BIOLIT', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
]
