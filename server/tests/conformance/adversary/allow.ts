import { hasAccreditation, toolCatalog } from '@hub/contracts'
import { addTo, type Ledger, type Sent } from './ledger.ts'
import { lettersOf, type World } from './world.ts'

/** A promise of the Hub that does not hold. */
export class BrokenPromise extends Error {}

/**
 * Writes down which effect a call that ran may have, after our own rules of who may do what alone.
 * @throws BrokenPromise when the call should not have run
 */
export function allow(ledger: Ledger, world: World, sent: Sent): void {
  const { tool, victim } = sent
  const args = sent.args as Record<string, unknown>
  const level = toolCatalog.get(tool)?.level
  const needed = level === 'L2' ? 'N2' : 'N1'
  const isOpen = level === 'L0' || level === 'L1' || level === 'L2'
  if (!isOpen || args.isPrivate === false || !hasAccreditation(victim.accreditation, needed))
    throw new BrokenPromise(`${tool} ran for ${victim.name}: ${JSON.stringify(args)}`)
  const effect = effectOf(world, sent)
  if (effect) addTo(ledger.allowed, effect)
  if (tool === 'glpi_update_ticket') {
    const titles = ledger.titles.get(ticketOf(args)) ?? new Set()
    ledger.titles.set(ticketOf(args), titles.add(String(args.title)))
  }
  if (tool === 'observium_acknowledge_alert') ledger.alerts.add(Number(args.alertId))
}

/** The one thing that a small write leaves behind; null where a field changes instead, or nothing had to. */
function effectOf(world: World, { tool, args: given, data }: Sent): string | null {
  const args = given as Record<string, unknown>
  switch (tool) {
    case 'ad_unlock_account':
      if (world.privileged.includes(String(args.login))) throw new BrokenPromise(`${args.login} was unlocked`)
      return data.wasLocked ? `ad modify lockoutTime ${world.dnOf(String(args.login))}` : null
    case 'glpi_add_followup':
      return `followup ${data.followupId} ${ticketOf(args)} 1 ${lettersOf(args.content)}`
    case 'glpi_add_task':
      return `task ${data.taskId} ${ticketOf(args)} 1 ${lettersOf(args.content)}`
    case 'glpi_create_ticket':
      return `ticket ${data.ticketId} ${lettersOf(args.title)}`
    case 'memory_add_case':
      return data.alreadyThere ? null : `case ${data.documentId}`
    default:
      return null
  }
}

const ticketOf = ({ ticketId }: Record<string, unknown>) => Number(ticketId)
