import { Approval } from '@hub/contracts'
import type { ApiAnswer } from '../../harness/api-client.ts'
import type { Arena, Login } from './arena.ts'
import { gatedCall } from './arguments.ts'
import type { AttackKind } from './attack-kind.ts'
import { attack } from './call.ts'

const approvers: readonly Login[] = ['jdupont', 'slegrand', 'abenali', 'pmoreau']
/** What honest people say yes to here; everything else they reject. */
const acceptable = new Set([
  'ad_reset_password',
  'ad_disable_account',
  'ad_enable_account',
  'ad_add_to_group',
  'ad_remove_from_group',
  'glpi_add_followup',
  'mail_notify_client',
])

/** One honest person opens a request and decides as it says. @returns the request when the answer was yes */
export async function decide(arena: Arena, id: string, login?: Login): Promise<Approval | null> {
  const { draw, ledger, people } = arena
  const who = login ?? draw.pick(approvers)
  const opened = await people[who].get(`/api/safeguard/${id}`)
  const request = Approval.parse(opened.body)
  if (request.state !== 'pending') ledger.waiting.delete(id)
  if (request.state !== 'pending') return null
  const isOrdinary = request.securityLevel === 'L3' && acceptable.has(request.toolName)
  if (!isOrdinary || draw.fraction() < 0.3) {
    await reject(arena, request)
    return null
  }
  if (!request.you.canDecide) return null
  return (await sayYes(arena, who, request)).status === 200 ? request : null
}

/** Says yes to exactly what was shown. */
export async function sayYes(arena: Arena, login: Login, request: Approval): Promise<ApiAnswer> {
  const { ledger, people } = arena
  const { approvalId, digest, toolName, target } = request
  const known = ledger.saidYes.get(approvalId)
  ledger.saidYes.set(approvalId, {
    toolName,
    arguments: request.arguments,
    targetId: target.id,
    effect: effectOf(arena, request),
  })
  ledger.meant.add(`approve ${login} ${approvalId}`)
  const answer = await people[login].send('POST', `/api/safeguard/${approvalId}/approve`, { digest })
  if (answer.status === 200) ledger.waiting.delete(approvalId)
  else if (!known) ledger.saidYes.delete(approvalId)
  return answer
}

async function reject({ ledger, people }: Arena, { approvalId, digest }: Approval): Promise<void> {
  ledger.meant.add(`reject khora ${approvalId}`)
  const input = { digest, reason: 'Personne ne l’a demandé' }
  await people.khora.send('POST', `/api/safeguard/${approvalId}/reject`, input)
  ledger.waiting.delete(approvalId)
}

/** The change in the directory that a yes lets happen; null where another system changes. */
function effectOf({ world }: Arena, { toolName, arguments: args, target }: Approval): string | null {
  const account = () => world.dnOf(String(args.login))
  switch (toolName) {
    case 'ad_reset_password':
      return `ad modify unicodePwd ${account()}`
    case 'ad_disable_account':
    case 'ad_enable_account':
      return `ad modify userAccountControl ${account()}`
    case 'ad_add_to_group':
    case 'ad_remove_from_group':
      return `ad modify member ${world.dnOf(String(target.attributes.group))}`
    default:
      return null
  }
}

/** Somebody of N1 asks for something ordinary, and now and then somebody decides on what waits. */
export const honestAsk: AttackKind = {
  name: 'honest question',
  weight: 0.5,
  async run(arena) {
    const asker = arena.victims.find(({ name }) => name === 'mmartin')
    if (asker) await attack(arena, asker, gatedCall(arena))
  },
}

export const honestDecision: AttackKind = {
  name: 'honest decision',
  weight: 1.6,
  async run(arena) {
    const waiting = [...arena.ledger.waiting]
    if (waiting.length > 0) await decide(arena, arena.draw.pick(waiting))
  },
}

/** Who said yes to a reset looks at the new password. */
export const honestReveal: AttackKind = {
  name: 'honest look at a password',
  weight: 0.4,
  async run({ ledger, people, draw }) {
    const resets = [...ledger.saidYes].filter(([, { toolName }]) => toolName === 'ad_reset_password')
    if (resets.length === 0) return
    const [id] = draw.pick(resets.slice(-10))
    for (const login of approvers) {
      const { status, body } = await people[login].send('POST', `/api/safeguard/${id}/secret`)
      if (status === 200) ledger.passwords.push(String(body.secret))
    }
  },
}
