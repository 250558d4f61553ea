import { rootClient } from '../../data/clients.ts'
import { type GlpiCall, type GlpiReply, ok } from '../call.ts'
import { badRequest, GlpiError } from '../glpi-error.ts'
import { activeEntities } from '../visibility.ts'

const profile = { id: 6, name: 'Technicien', interface: 'central', is_default: 0 }

export function killSession(call: GlpiCall): GlpiReply {
  call.server.sessions.close(call.session.token)
  return ok(true)
}

export const getMyProfiles = (): GlpiReply =>
  ok({
    myprofiles: [
      { id: profile.id, name: profile.name, entities: [{ id: 0, name: rootClient.name, is_recursive: 1 }] },
    ],
  })

export const getActiveProfile = (): GlpiReply =>
  ok({ active_profile: { ...profile, ticket: 260095, followup: 15383 } })

export function changeActiveProfile(call: GlpiCall): GlpiReply {
  if (call.body.profiles_id !== profile.id) {
    throw new GlpiError(404, 'ERROR_ITEM_NOT_FOUND', 'Profil introuvable')
  }
  return ok(true)
}

/** The entities the account may work in. */
export function getMyEntities(call: GlpiCall): GlpiReply {
  const entities = call.server.db.all('Entity').map(({ id, name }) => ({ id, name }))
  return ok({ myentities: entities })
}

export function getActiveEntities(call: GlpiCall): GlpiReply {
  const { activeEntity, isRecursive } = call.session
  const active = [...activeEntities(call)].map((id) => ({ id }))
  return ok({
    active_entity: { id: activeEntity, active_entity_recursive: isRecursive, active_entities: active },
  })
}

/** POST /changeActiveEntities: without it a session sees the root entity only. */
export function changeActiveEntities(call: GlpiCall): GlpiReply {
  const { entities_id: wanted = 'all', is_recursive: isRecursive = false } = call.body
  if (typeof isRecursive !== 'boolean') throw badRequest('is_recursive must be a boolean')
  const id = wanted === 'all' ? 0 : Number(wanted)
  if (!call.server.db.find('Entity', id)) throw badRequest('Entité inconnue')
  call.session.activeEntity = id
  call.session.isRecursive = wanted === 'all' || isRecursive
  return ok(true)
}

export function sessionView(call: Pick<GlpiCall, 'server' | 'session'>) {
  const { server, session } = call
  return {
    glpiID: session.userId,
    glpiname: String(server.db.find('User', session.userId)?.name ?? ''),
    glpiactive_entity: session.activeEntity,
    glpiactive_entity_recursive: session.isRecursive,
    glpilanguage: 'fr_FR',
    glpilist_limit: 50,
    glpiactiveprofile: profile,
  }
}

export const getFullSession = (call: GlpiCall): GlpiReply => ok({ session: sessionView(call) })

export const getGlpiConfig = (call: GlpiCall): GlpiReply =>
  ok({ cfg_glpi: { version: call.server.version, language: 'fr_FR', list_limit: 50, autoclose_delay: 10 } })
