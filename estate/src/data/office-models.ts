/** One model of office equipment, as GLPI names it. */
export interface OfficeModel {
  manufacturer: string
  model: string
  type: string
  /** Beginning of its serial numbers. */
  serialPrefix: string
}

const model = (manufacturer: string, name: string, type: string, serialPrefix: string): OfficeModel => ({
  manufacturer,
  model: name,
  type,
  serialPrefix,
})

/** What stands on the desks of the clients. */
export const officeModels = {
  Computer: [
    model('Dell', 'OptiPlex 7010', 'Fixe', 'DL7'),
    model('HP', 'ProDesk 400 G9', 'Fixe', 'CZC'),
    model('Lenovo', 'ThinkPad L14', 'Portable', 'PF3'),
    model('Dell', 'Latitude 5440', 'Portable', 'DL5'),
  ],
  Monitor: [model('Dell', 'P2423', 'Écran plat', 'CN0'), model('Iiyama', 'XUB2493', 'Écran plat', '116')],
  Printer: [
    model('HP', 'LaserJet Pro M404dn', 'Laser', 'PHB'),
    model('Brother', 'MFC-L5750DW', 'Multifonction', 'E75'),
    model('Ricoh', 'IM C3000', 'Multifonction', '309'),
  ],
  Phone: [model('Yealink', 'T33G', 'Téléphone IP', '301'), model('Gigaset', 'R700H Pro', 'DECT', 'S30')],
  Peripheral: [
    model('Zebra', 'DS2208', 'Lecteur de codes', '230'),
    model('Ingenico', 'Orion', 'Lecteur Vitale', '191'),
  ],
} as const

export type OfficeKind = keyof typeof officeModels
