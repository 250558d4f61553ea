import type { UserActor } from '@hub/contracts'
import type { Draw } from '@hub/kernel/testing'
import type { Lab } from '../harness/start-lab.ts'
import type { DirectoryCorner } from './directory-corner.ts'

const kinds = ['reset', 'disable', 'enable', 'add', 'remove'] as const

/** One action on an account that no other action touches. */
export interface PlannedAction {
  kind: (typeof kinds)[number]
  name: string
  /** Only for memberships: a group of its own. */
  group: string | undefined
  /** What the directory changes. */
  attribute: 'unicodePwd' | 'userAccountControl' | 'member'
  ticketId: number
  approvalId: string
}

const toolNames = {
  reset: 'ad_reset_password',
  disable: 'ad_disable_account',
  enable: 'ad_enable_account',
  add: 'ad_add_to_group',
  remove: 'ad_remove_from_group',
} as const

/** Requests that one person may have open, at most. */
const openPerPerson = 25

/** Makes accounts, groups and tickets, and asks for an action on each. */
export async function planActions(
  lab: Lab,
  {
    corner,
    draw,
    count,
    technician,
  }: { corner: DirectoryCorner; draw: Draw; count: number; technician: UserActor },
): Promise<PlannedAction[]> {
  const actions: PlannedAction[] = []
  const template = lab.estate.glpi.rows('Ticket', { status: 1 })[0]
  if (!template) throw new Error('the demo GLPI has no new ticket')
  const { id: _id, ...ticket } = template
  const work = async (index: number) => {
    const kind = index < kinds.length ? (kinds[index] ?? 'reset') : draw.pick(kinds)
    const name = `k${index}`
    const group = kind === 'add' || kind === 'remove' ? `g${index}` : undefined
    const mustChange = draw.fraction() < 0.5
    await corner.addAccount(name, kind !== 'enable')
    if (group) await corner.addGroup(group, ...(kind === 'remove' ? [name] : []))
    const ticketId = lab.estate.glpi.insert('Ticket', { ...ticket, name: `Kill ${index}` }).id
    const approvalId = await lab.ask({
      name: toolNames[kind],
      by: { ...technician, userId: personOf(index) },
      arguments: {
        login: corner.login(name),
        ticketId,
        ...(group && { group: corner.login(group) }),
        ...(kind === 'reset' && { mustChangeAtNextLogon: mustChange }),
      },
    })
    actions[index] = { kind, name, group, attribute: attributeOf(kind), ticketId, approvalId }
  }
  let next = 0
  const lane = async () => {
    for (let index = next++; index < count; index = next++) await work(index)
  }
  await Promise.all(Array.from({ length: 3 }, lane))
  return actions
}

function personOf(index: number): string {
  return `00000000-0000-4000-8000-${String(Math.floor(index / openPerPerson)).padStart(12, '0')}`
}

function attributeOf(kind: PlannedAction['kind']): PlannedAction['attribute'] {
  switch (kind) {
    case 'reset':
      return 'unicodePwd'
    case 'disable':
    case 'enable':
      return 'userAccountControl'
    case 'add':
    case 'remove':
      return 'member'
  }
}
