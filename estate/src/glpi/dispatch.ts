import type { GlpiCall, GlpiReply } from './call.ts'
import { listItems } from './endpoints/list-items.ts'
import { listSearchOptions } from './endpoints/list-search-options.ts'
import { badItemtype, listSubItems, readItem, readMultipleItems } from './endpoints/read-item.ts'
import * as session from './endpoints/session.ts'
import { addItems, deleteItems, updateItems } from './endpoints/write-items.ts'
import { GlpiError, methodNotAllowed } from './glpi-error.ts'
import { type Itemtype, itemtypeOf } from './itemtypes.ts'
import { runSearch } from './search/run-search.ts'

type Endpoint = readonly [method: 'GET' | 'POST', handle: (call: GlpiCall) => GlpiReply]

function search(call: GlpiCall): GlpiReply {
  const type = itemtypeOf(call.path[1] ?? '')
  if (!type) throw badItemtype()
  return runSearch(call, type)
}

const endpoints: Record<string, Endpoint> = {
  killSession: ['GET', session.killSession],
  getMyProfiles: ['GET', session.getMyProfiles],
  getActiveProfile: ['GET', session.getActiveProfile],
  changeActiveProfile: ['POST', session.changeActiveProfile],
  getMyEntities: ['GET', session.getMyEntities],
  getActiveEntities: ['GET', session.getActiveEntities],
  changeActiveEntities: ['POST', session.changeActiveEntities],
  getFullSession: ['GET', session.getFullSession],
  getGlpiConfig: ['GET', session.getGlpiConfig],
  getMultipleItems: ['GET', readMultipleItems],
  listSearchOptions: ['GET', listSearchOptions],
  search: ['GET', search],
}

function itemRequest(call: GlpiCall, type: Itemtype): GlpiReply {
  const [, id, subName] = call.path
  switch (call.method) {
    case 'GET':
      if (id === undefined) return listItems(call, type)
      return subName === undefined ? readItem(call, type, id) : listSubItems(call, { type, id }, subName)
    case 'POST':
      return addItems(call, type)
    case 'PUT':
    case 'PATCH':
      return updateItems(call, type)
    case 'DELETE':
      return deleteItems(call, type)
    default:
      throw methodNotAllowed()
  }
}

/** Finds what a request means and runs it; throws GlpiError. */
export function dispatch(call: GlpiCall): GlpiReply {
  const [name] = call.path
  if (name === undefined) throw new GlpiError(400, 'ERROR_RESOURCE_MISSING', 'Aucune ressource demandée')
  const endpoint = Object.hasOwn(endpoints, name) ? endpoints[name] : undefined
  if (endpoint) {
    const [method, handle] = endpoint
    if (call.method !== method) throw methodNotAllowed()
    return handle(call)
  }
  const type = itemtypeOf(name)
  if (!type) throw badItemtype()
  return itemRequest(call, type)
}
