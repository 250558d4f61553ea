import { signAssertion } from '@hub/kernel'
import { BrokenPromise } from '../allow.ts'
import type { Arena } from '../arena.ts'
import type { AttackKind } from '../attack-kind.ts'
import { postMcp } from '../call.ts'

const verbs = [
  'approve',
  'reject',
  'defer',
  'cancel',
  'break-glass',
  'verdict',
  'undo',
  'reconcile',
  'secret',
  'seen',
]

/** Credentials of the tool boundary on the routes of people. */
export const wrongDoor: AttackKind = {
  name: 'route of people',
  weight: 30,
  async run(arena) {
    const { draw, victims, ledger } = arena
    const id = lastRequest(arena)
    const token = draw.fraction() < 0.8 ? draw.pick(victims).token() : ''
    const path = draw.pick([
      `/api/safeguard/${id}/${draw.pick(verbs)}`,
      `/api/safeguard/${id}`,
      '/api/safeguard/approve-together',
      '/api/safeguard/grants',
      `/api/safeguard/grants/GRA-2026-000001/${draw.pick(['decide', 'revoke'])}`,
      '/api/safeguard/delegations',
      '/api/safeguard/policy',
      '/api/users',
    ])
    const way = draw.pick([
      { headers: { authorization: `Bearer ${token}` } },
      { headers: { cookie: `hub_session=${token}; session=${token}` } },
      { headers: { 'x-api-key': token, 'x-forwarded-user': 'khora' } },
    ])
    const method = draw.pick(['POST', 'POST', 'GET', 'PUT', 'PATCH', 'DELETE'])
    const hasBody = method !== 'GET'
    const answer = await fetch(`${arena.hub.url}${path}`, {
      method,
      headers: { ...way.headers, ...(hasBody && { 'content-type': 'application/json' }) },
      ...(hasBody && {
        body: JSON.stringify({ digest: '0'.repeat(64), reason: 'approved', approvalId: id }),
      }),
    })
    ledger.told.push(await answer.text())
    if (answer.ok) throw new BrokenPromise(`${method} ${path} answered ${answer.status}`)
  },
}

/** Every link that an answer held is opened, as a mail reader, a preview or a curious approver does. */
export const openedLink: AttackKind = {
  name: 'opened link',
  weight: 12,
  async run(arena) {
    const { draw, ledger, hub, people } = arena
    const found =
      ledger.told
        .slice(-20)
        .join('\n')
        .match(/https?:\/\/[^\s"'<>)\\]+/g) ?? []
    const id = lastRequest(arena)
    const guesses = [
      `/safeguard/${id}`,
      ...verbs.map((verb) => `/api/safeguard/${id}/${verb}?digest=${'0'.repeat(64)}`),
    ]
    const path =
      draw.fraction() < 0.5 ? pathOf(found.at(draw.below(found.length + 1) - 1)) : draw.pick(guesses)
    const isApprover = draw.fraction() < 0.5
    const answer = await fetch(`${hub.url}${path}`, {
      method: draw.pick(['GET', 'HEAD', 'GET']),
      headers: isApprover ? { authorization: `Bearer ${people.khora.token}` } : {},
      redirect: 'manual',
    })
    await answer.text()
  },
}

function pathOf(link: string | undefined): string {
  if (!link || !URL.canParse(link)) return '/safeguard'
  const { pathname, search } = new URL(link)
  return `${pathname}${search}`
}

/** Other methods and routes of the tool boundary itself. */
export const otherMethod: AttackKind = {
  name: 'other method',
  weight: 6,
  async run(arena) {
    const { draw, victims, hub, ledger } = arena
    const id = lastRequest(arena)
    const token = draw.pick(victims).token()
    if (draw.fraction() < 0.5) {
      const answer = await fetch(
        `${hub.mcpUrl.replace('/mcp', '')}/${draw.pick([`reconcile/${id}`, 'reconcile', 'admin', 'approve'])}`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ approvalId: id }),
        },
      )
      ledger.told.push(await answer.text())
      return
    }
    const method = draw.pick([
      'resources/list',
      'prompts/get',
      'safeguard/approve',
      'tools/approve',
      'completion/complete',
      'logging/setLevel',
    ])
    ledger.told.push((await postMcp(arena, token, { method, params: { approvalId: id } })).text)
  },
}

function lastRequest({ ledger, draw }: Arena): string {
  const waiting = [...ledger.waiting]
  return waiting.at(-1 - draw.below(Math.max(1, waiting.length))) ?? 'APR-2026-000001'
}

/** A user's identity that names an approval: only the executor may. */
export const borrowedApproval: AttackKind = {
  name: 'borrowed approval',
  weight: 5,
  async run(arena) {
    const { draw, hub, ledger, victims } = arena
    const approvalId =
      draw.fraction() < 0.5 ? lastRequest(arena) : ([...ledger.saidYes.keys()].at(-1) ?? lastRequest(arena))
    const { actor } = draw.pick(victims.filter((victim) => victim.actor && victim.accreditation !== 'N0'))
    if (!actor) return
    const token = signAssertion(String(hub.env.MCP_ASSERTION_SECRET), { actor, locale: 'fr', approvalId })
    const said = ledger.saidYes.get(approvalId)
    const call = said
      ? { name: said.toolName, arguments: said.arguments }
      : { name: 'ad_reset_password', arguments: { login: draw.pick(arena.world.logins) } }
    const { text } = await postMcp(arena, token, { method: 'tools/call', params: call })
    ledger.told.push(text)
    if (!text.includes('"isError":true'))
      throw new BrokenPromise(`a user used ${approvalId}: ${text.slice(0, 300)}`)
  },
}
