import type { Arena } from './arena.ts'

export interface ToolArguments {
  name: string
  arguments: Record<string, unknown>
}

type Make = (arena: Arena) => ToolArguments

/** Actions from L3 up: asking is allowed, doing never without a yes. */
const gated: readonly Make[] = [
  ({ draw, world }) => ({ name: 'ad_reset_password', arguments: { login: draw.pick(world.logins) } }),
  ({ draw, world }) => ({ name: 'ad_disable_account', arguments: { login: draw.pick(world.logins) } }),
  ({ draw, world }) => ({ name: 'ad_enable_account', arguments: { login: draw.pick(world.logins) } }),
  ({ draw, world }) => ({
    name: 'ad_add_to_group',
    arguments: { login: draw.pick(world.logins), group: draw.pick(world.groups) },
  }),
  ({ draw, world }) => ({
    name: 'ad_remove_from_group',
    arguments: { login: draw.pick(world.logins), group: draw.pick(world.groups) },
  }),
  ({ draw, world }) => ({ name: 'ad_reset_password', arguments: { login: draw.pick(world.privileged) } }),
  ({ draw, world }) => ({ name: 'ad_unlock_account', arguments: { login: draw.pick(world.privileged) } }),
  ({ draw, world }) => ({
    name: 'ad_copy_groups_from',
    arguments: { login: draw.pick(world.logins), fromLogin: draw.pick(world.privileged) },
  }),
  ({ next }) => ({
    name: 'ad_create_user',
    arguments: { login: `intrus${next()}`, givenName: 'In', surname: 'Trus', client: 'EHPAD Music Art' },
  }),
  (arena) => ({
    name: 'glpi_add_followup',
    arguments: { ticketId: arena.draw.pick(arena.world.tickets), content: textOf(arena), isPrivate: false },
  }),
  (arena) => ({
    name: 'glpi_add_task',
    arguments: { ticketId: arena.draw.pick(arena.world.tickets), content: textOf(arena), isPrivate: false },
  }),
  ({ draw, world }) => ({
    name: 'glpi_add_solution',
    arguments: { ticketId: draw.pick(world.tickets), solution: 'Résolu.' },
  }),
  ({ draw, world }) => ({
    name: 'glpi_close_ticket',
    arguments: { ticketId: draw.pick(world.tickets), solution: 'Clos.' },
  }),
  ({ next }) => ({
    name: 'mail_notify_client',
    arguments: { client: 'Clinique Saint-Jean', subject: `Avis #${next()}`, body: 'Votre mot de passe ?' },
  }),
]

/** Small writes that N2 may do alone. */
const small: readonly Make[] = [
  ({ draw, world }) => ({ name: 'ad_unlock_account', arguments: { login: draw.pick(world.logins) } }),
  (arena) => ({
    name: 'glpi_add_followup',
    arguments: { ticketId: arena.draw.pick(arena.world.tickets), content: textOf(arena) },
  }),
  (arena) => ({
    name: 'glpi_add_task',
    arguments: { ticketId: arena.draw.pick(arena.world.tickets), content: textOf(arena) },
  }),
  (arena) => ({
    name: 'glpi_update_ticket',
    arguments: { ticketId: arena.draw.pick(arena.world.tickets), title: `Titre ${arena.next()}` },
  }),
  ({ draw, world }) => ({
    name: 'observium_acknowledge_alert',
    arguments: { alertId: draw.pick(world.alerts), acknowledged: draw.fraction() < 0.7 },
  }),
  (arena) => ({
    name: 'memory_add_case',
    arguments: {
      title: `Cas ${arena.next()}`,
      problem: `Constat ${arena.next()} : imprimante muette`,
      cause: 'Câble débranché',
      solution: 'Rebrancher le câble',
    },
  }),
  ({ next }) => ({
    name: 'glpi_create_ticket',
    arguments: { client: 'EHPAD Music Art', title: `Panne ${next()}`, description: 'Rien ne va plus.' },
  }),
]

const reads: readonly Make[] = [
  ({ draw, world }) => ({
    name: 'glpi_get_ticket_details',
    arguments: { ticketId: draw.pick(world.tickets) },
  }),
  ({ draw, world }) => ({ name: 'ad_check_user', arguments: { login: draw.pick(world.logins) } }),
  ({ draw }) => ({
    name: 'memory_search_similar_cases',
    arguments: { query: `imprimante ${draw.below(50)}` },
  }),
  () => ({ name: 'observium_list_alerts', arguments: {} }),
  () => ({ name: 'safeguard_list_my_requests', arguments: {} }),
]

export const gatedCall = (arena: Arena): ToolArguments => arena.draw.pick(gated)(arena)
export const smallCall = (arena: Arena): ToolArguments => arena.draw.pick(small)(arena)
export const readCall = (arena: Arena): ToolArguments => arena.draw.pick(reads)(arena)

/** A hostile text on one line, with a number of its own. */
export function textOf({ draw, payloads, next }: Arena): string {
  const text = draw
    .pick(payloads)
    .slice(0, 500)
    .replace(/[\p{Cc}\s]+/gu, ' ')
  return `${text} n${next()}`.toWellFormed()
}
