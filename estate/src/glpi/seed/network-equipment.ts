import type { Equipment } from '../../data/equipment.ts'
import type { EquipmentKind } from '../../data/equipment-models.ts'
import type { GlpiDatabase } from '../database.ts'
import type { Itemtype } from '../itemtypes.ts'

const typeIds: Record<EquipmentKind, number> = { router: 1, firewall: 2, switch: 3, 'access-point': 4 }

/** The network equipment of the clients as GLPI assets. */
export function seedNetworkEquipment(db: GlpiDatabase, equipment: readonly Equipment[], date: string): void {
  for (const piece of equipment) {
    const site = piece.location.split(' - ')[1] ?? ''
    const location = db.where('Location', { entities_id: piece.client.id, name: site })[0]
    db.insert('NetworkEquipment', {
      entities_id: piece.client.id,
      is_recursive: 0,
      name: piece.name,
      serial: piece.serial,
      otherserial: `WDP-${piece.deviceId}`,
      contact: null,
      contact_num: null,
      users_id_tech: 0,
      groups_id_tech: 2,
      date_mod: date,
      comment: `Adresse d'administration : ${piece.ip}`,
      locations_id: location?.id ?? 0,
      networks_id: 0,
      networkequipmenttypes_id: typeIds[piece.model.kind],
      networkequipmentmodels_id: idOf(db, 'NetworkEquipmentModel', piece.model.model),
      manufacturers_id: idOf(db, 'Manufacturer', piece.model.manufacturer),
      is_deleted: 0,
      is_template: 0,
      template_name: null,
      users_id: 0,
      groups_id: 0,
      states_id: 1,
      is_dynamic: 0,
      uuid: null,
      date_creation: date,
    })
  }
}

function idOf(db: GlpiDatabase, type: Itemtype, name: string): number {
  return (db.where(type, { name })[0] ?? db.insert(type, { name, comment: null })).id
}
