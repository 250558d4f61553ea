import { check, down, onBattery, onMains, port, type Scenario, up } from './scenario.ts'

/** One device, one port, one value. */
export const tuningInside: readonly Scenario[] = [
  {
    id: 't30',
    what: 'A switch down and back: the demo of every salesman',
    steps: [
      [0, [down('SW2-STJEAN')]],
      [15, [up('SW2-STJEAN', { isRestarted: true })]],
    ],
    until: 35,
    expect: { incidents: [{ about: 'SW2-STJEAN', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't31',
    what: 'A flapping access port on a switch',
    steps: [0, 3, 6, 9, 12, 15, 18].map(
      (minute, index) =>
        [
          minute,
          [port('SW1-JARDINS', 'Gi1/0/9', { state: index % 2 === 0 ? 'down' : 'up', alert: 'Port is down' })],
        ] as const,
    ),
    until: 60,
    expect: { incidents: [{ about: 'SW1-JARDINS', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
  {
    id: 't32',
    what: 'A port that blinks every minute: too fast for an incident each, slow enough to be seen',
    steps: [0, 1, 2, 3, 4, 5, 6, 7, 8].map(
      (minute, index) =>
        [
          minute,
          [port('SW3-STJEAN', 'Gi1/0/3', { state: index % 2 === 0 ? 'down' : 'up', alert: 'Port is down' })],
        ] as const,
    ),
    until: 50,
    expect: { incidents: [{ about: 'SW3-STJEAN', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
  {
    id: 't33',
    what: 'An access point falls off and returns without a restart: its cable was moved',
    steps: [
      [0, [down('AP2-VIDOURLE')]],
      [25, [up('AP2-VIDOURLE')]],
    ],
    until: 45,
    expect: { incidents: [{ about: 'AP2-VIDOURLE', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't34',
    what: 'The port to an access point and the access point itself are told: one cause',
    steps: [
      [0, [port('SW1-ROSERAIE', 'Gi1/0/46', { state: 'down', alert: 'Port is down' })]],
      [1, [down('AP1-ROSERAIE')]],
      [
        30,
        [
          up('AP1-ROSERAIE', { isRestarted: true }),
          port('SW1-ROSERAIE', 'Gi1/0/46', { state: 'up', alert: 'Port is down' }),
        ],
      ],
    ],
    until: 50,
    expect: { incidents: [{ about: 'AP1-ROSERAIE', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't35',
    what: 'A comms room is too hot, a switch gives up',
    steps: [
      [0, [check('SW1-DELMAS', 'Temperature high', 'sensor_temperature = 61')]],
      [9, [down('SW1-DELMAS')]],
      [
        50,
        [
          up('SW1-DELMAS', { isRestarted: true }),
          check('SW1-DELMAS', 'Temperature high', 'sensor_temperature = 38', { isOver: true }),
        ],
      ],
    ],
    until: 70,
    expect: { incidents: [{ about: 'SW1-DELMAS', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't36',
    what: 'The UPS of a home tells of its battery, for three hours',
    steps: [
      [0, [onBattery('MUSIC')]],
      [180, [onMains('MUSIC')]],
    ],
    until: 200,
    expect: { incidents: [{ about: 'UPS-MUSIC', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
  {
    id: 't37',
    what: 'A firewall is at its limit of memory',
    steps: [
      [
        0,
        [check('FW-IMALEZ', 'Memory usage above 95 percent', 'mempool_perc = 97', { severity: 'Warning' })],
      ],
      [
        35,
        [
          check('FW-IMALEZ', 'Memory usage above 95 percent', 'mempool_perc = 60', {
            severity: 'Warning',
            isOver: true,
          }),
        ],
      ],
    ],
    until: 55,
    expect: { incidents: [{ about: 'FW-IMALEZ', verdict: 'LOCAL' }], tickets: 1, mails: 0 },
  },
  {
    id: 't38',
    what: 'A child falls first, its switch two minutes and a half later',
    steps: [
      [0, [down('AP1-STJO')]],
      [2.5, [down('SW2-STJO')]],
      [30, [up('SW2-STJO', { isRestarted: true })]],
    ],
    until: 50,
    expect: { incidents: [{ about: 'SW2-STJO', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
  {
    id: 't39',
    what: 'Two floor switches on one breaker fall at the same minute',
    steps: [
      [0, [down('SW2-VIDOURLE')]],
      [1, [down('SW3-VIDOURLE')]],
      [20, [up('SW2-VIDOURLE', { isRestarted: true }), up('SW3-VIDOURLE', { isRestarted: true })]],
    ],
    until: 40,
    expect: { incidents: [{ about: 'SW3-VIDOURLE', verdict: 'LOCAL' }], tickets: 1, mails: 1 },
  },
]
