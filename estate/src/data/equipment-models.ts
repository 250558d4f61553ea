export type EquipmentKind = 'router' | 'firewall' | 'switch' | 'access-point'

/** A model of network equipment: what GLPI calls model and manufacturer and Observium hardware and os. */
export interface EquipmentModel {
  kind: EquipmentKind
  manufacturer: string
  model: string
  os: string
  version: string
  /** First six digits of the hardware addresses. */
  oui: string
  serialPrefix: string
  ports: number
  /** Port name in front of its number. */
  portPrefix: string
}

const catalyst = {
  kind: 'switch',
  manufacturer: 'Cisco',
  os: 'iosxe',
  oui: '00562b',
  serialPrefix: 'FOC',
} as const
const aruba = {
  kind: 'switch',
  manufacturer: 'Aruba',
  os: 'arubaos-cx',
  oui: '883a30',
  serialPrefix: 'SG',
} as const
const fortigate = { kind: 'firewall', manufacturer: 'Fortinet', os: 'fortigate', oui: '94f392' } as const

export const catalyst24: EquipmentModel = {
  ...catalyst,
  model: 'Catalyst 9200L-24P-4G',
  version: '17.9.5',
  ports: 24,
  portPrefix: 'GigabitEthernet1/0/',
}

export const models: Record<EquipmentKind, readonly EquipmentModel[]> = {
  switch: [
    catalyst24,
    { ...catalyst24, model: 'Catalyst 1000-24T-4G-L', version: '15.2(7)E9' },
    { ...aruba, model: '6100 24G Class4 PoE', version: 'PL.10.13.1010', ports: 24, portPrefix: '1/1/' },
    { ...aruba, model: '6000 48G Class4 PoE', version: 'PL.10.12.1021', ports: 48, portPrefix: '1/1/' },
  ],
  router: [
    {
      kind: 'router',
      manufacturer: 'Cisco',
      model: 'C1111-4P',
      os: 'iosxe',
      version: '17.6.6a',
      oui: 'a0b439',
      serialPrefix: 'FGL',
      ports: 4,
      portPrefix: 'GigabitEthernet0/0/',
    },
    {
      kind: 'router',
      manufacturer: 'MikroTik',
      model: 'RB4011iGS+',
      os: 'routeros',
      version: '7.14.3',
      oui: '48a98a',
      serialPrefix: 'HE',
      ports: 5,
      portPrefix: 'ether',
    },
  ],
  firewall: [
    {
      ...fortigate,
      model: 'FortiGate 60F',
      version: '7.2.8',
      serialPrefix: 'FGT60F',
      ports: 6,
      portPrefix: 'port',
    },
    {
      ...fortigate,
      model: 'FortiGate 100F',
      version: '7.2.8',
      serialPrefix: 'FG100F',
      ports: 8,
      portPrefix: 'port',
    },
  ],
  'access-point': [
    {
      kind: 'access-point',
      manufacturer: 'Ubiquiti',
      model: 'UniFi U6-Pro',
      os: 'unifi',
      version: '6.6.65',
      oui: 'd8b370',
      serialPrefix: 'D8B370',
      ports: 1,
      portPrefix: 'eth',
    },
  ],
}
