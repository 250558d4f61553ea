import { type AssetType, type Itemtype, itemtypes } from '../itemtypes.ts'
import { column, computed, type Datatype, dropdown, type SearchOption } from './option.ts'

const of =
  (type: Itemtype) =>
  (id: number, name: string, field: string, datatype: Datatype = 'string') =>
    column(type, [id, name], field, datatype)

const entity = of('Entity')
const user = of('User')

/** Search options of Entity. */
export const entityOptions: readonly SearchOption[] = [
  entity(1, 'Nom complet', 'completename', 'itemlink'),
  entity(2, 'ID', 'id', 'number'),
  entity(14, 'Nom', 'name', 'itemlink'),
  entity(3, 'Adresse', 'address', 'text'),
  entity(25, 'Code postal', 'postcode'),
  entity(11, 'Ville', 'town'),
  entity(12, 'État', 'state'),
  entity(13, 'Pays', 'country'),
  entity(4, 'Site web', 'website'),
  entity(5, 'Téléphone', 'phonenumber'),
  entity(10, 'Fax', 'fax'),
  entity(6, 'E-mail', 'email'),
  entity(16, 'Commentaires', 'comment', 'text'),
  entity(7, 'DN LDAP', 'ldap_dn'),
  entity(8, 'Étiquette', 'tag'),
  entity(20, 'Domaine de messagerie', 'mail_domain'),
  entity(18, "E-mail de l'administrateur", 'admin_email'),
  entity(70, "Numéro d'immatriculation", 'registration_number'),
  entity(33, 'Clôture automatique', 'autoclose_delay', 'number'),
  entity(19, 'Dernière modification', 'date_mod', 'datetime'),
  entity(121, 'Date de création', 'date_creation', 'datetime'),
  { ...dropdown([80, 'Entité'], 'id', 'Entity') },
]

const mails = computed(
  [5, 'E-mails'],
  { table: 'glpi_useremails', field: 'email', datatype: 'string' },
  (row, db) => db.where('UserEmail', { users_id: row.id }).map((mail) => mail.email ?? null),
)

/** Search options of User. */
export const userOptions: readonly SearchOption[] = [
  user(1, 'Identifiant', 'name', 'itemlink'),
  user(2, 'ID', 'id', 'number'),
  user(34, 'Nom de famille', 'realname'),
  user(9, 'Prénom', 'firstname'),
  mails,
  user(6, 'Téléphone', 'phone'),
  user(11, 'Mobile', 'mobile'),
  user(8, 'Actif', 'is_active', 'bool'),
  user(14, 'Dernière connexion', 'last_login', 'datetime'),
  user(15, 'Authentification', 'authtype', 'number'),
  user(19, 'Dernière modification', 'date_mod', 'datetime'),
  dropdown([77, 'Entité par défaut'], 'entities_id', 'Entity'),
  dropdown([80, 'Entité'], 'entities_id', 'Entity'),
  dropdown([81, 'Titre'], 'usertitles_id', 'UserTitle'),
]

const contact = of('Contact')

/** Search options of Contact. */
export const contactOptions: readonly SearchOption[] = [
  contact(1, 'Nom de famille', 'name', 'itemlink'),
  contact(2, 'ID', 'id', 'number'),
  contact(11, 'Prénom', 'firstname'),
  contact(3, 'Téléphone', 'phone'),
  contact(10, 'Mobile', 'mobile'),
  contact(6, 'E-mail', 'email'),
  contact(16, 'Commentaires', 'comment', 'text'),
  contact(86, 'Sous-entités', 'is_recursive', 'bool'),
  contact(19, 'Dernière modification', 'date_mod', 'datetime'),
  dropdown([80, 'Entité'], 'entities_id', 'Entity'),
]

/** Search options that all assets share. */
export function assetOptions(type: AssetType): readonly SearchOption[] {
  const asset = of(type)
  return [
    asset(1, 'Nom', 'name', 'itemlink'),
    asset(2, 'ID', 'id', 'number'),
    asset(5, 'Numéro de série', 'serial'),
    asset(6, "Numéro d'inventaire", 'otherserial'),
    asset(16, 'Commentaires', 'comment', 'text'),
    asset(19, 'Dernière modification', 'date_mod', 'datetime'),
    dropdown([3, 'Lieu'], 'locations_id', 'Location'),
    dropdown([4, 'Type'], itemtypes[`${type}Type`].foreignKey, `${type}Type`),
    dropdown([23, 'Fabricant'], 'manufacturers_id', 'Manufacturer'),
    dropdown([31, 'Statut'], 'states_id', 'State'),
    dropdown([40, 'Modèle'], itemtypes[`${type}Model`].foreignKey, `${type}Model`),
    dropdown([49, 'Groupe technique'], 'groups_id_tech', 'Group'),
    dropdown([80, 'Entité'], 'entities_id', 'Entity'),
  ]
}
