import { randomUUID } from 'node:crypto'
import type { Approval } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { recordOutcome } from '@hub/safeguard'
import { actorOf, callTool } from '../harness/call-tool.ts'
import type { Lab } from './lab.ts'

/** Every way in which an action can be asked for: the chat, a workflow, an outside MCP client, the HTTP API. */
export const paths = ['chat', 'workflow', 'mcp', 'http'] as const
export type Path = (typeof paths)[number]

export interface Asked {
  approval: Approval
  /** All that the one who asked was told, as text. */
  told: string
}

/** Asks over `path` for the reset of a password, as a person (`by`) where the path has one. */
export async function ask(
  lab: Lab,
  path: Path,
  { login, by = 'mmartin' }: { login: string; by?: string },
): Promise<Asked> {
  const told = JSON.stringify(await tell[path](lab, { login, by }))
  const id = /APR-\d{4}-\d{6}/.exec(told)?.[0]
  if (!id) throw new Error(`no request over ${path}: ${told}`)
  return { approval: await lab.read(id), told }
}

type Tell = (lab: Lab, asked: { login: string; by: string }) => Promise<unknown>
const name = 'ad_reset_password'

const tell: Record<Path, Tell> = {
  chat: (lab, { login, by }) => lab.as(by).ask({ content: `Réinitialise le mot de passe de ${login}` }),
  workflow: ({ hub }, { login }) =>
    callTool(
      hub,
      { actor: { type: 'workflow', name: 'support', runId: randomUUID() }, locale: 'fr' },
      { name, arguments: { login } },
    ),
  mcp: (lab, { login }) => callOutside(lab, { login }),
  async http(lab, { login, by }) {
    const id = await undoable(lab, login, { toolName: name, arguments: { login } })
    return (await lab.post(by, id, 'undo', {})).body
  },
}

/** Calls the gated tool as a program with the API key does: JSON-RPC over HTTP. @returns all that it was answered */
async function callOutside({ hub }: Lab, args: Record<string, unknown>): Promise<unknown> {
  const answer = await fetch(hub.mcpUrl, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${hub.mcpApiKey}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }),
  })
  return answer.json()
}

/** The HTTP API asks by taking an effect back: an executed request on the same account whose inverse is this call. */
async function undoable(
  lab: Lab,
  login: string,
  undo: { toolName: string; arguments: Record<string, unknown> },
): Promise<string> {
  const { hub, clock } = lab
  const by = { actor: await actorOf(hub, 'khora'), locale: 'fr' as const, conversationId: randomUUID() }
  const answer = await callTool(hub, by, {
    name: 'ad_disable_account',
    arguments: { login },
  })
  const id = ('outcome' in answer && answer.outcome.approval?.approvalId) || ''
  const approval = await lab.read(id)
  for (const approver of ['abenali', 'pmoreau'].slice(0, approval.requiredApprovals)) {
    await lab.post(approver, id, 'seen', { digest: approval.digest })
    await lab.approve(approver, approval)
  }
  const [now, actor] = [clock.now(), { type: 'workflow' as const, name: 'safeguard', runId: id }]
  await hub.db.approval.update({
    where: { id },
    data: { state: 'executing', executingAt: now, aliveAt: now },
  })
  const gate = { db: hub.db, bus: hub.bus, clock, log: createLogger({ name: 'test', level: 'silent' }) }
  const text = { fr: 'Fait.', en: 'Done.' }
  const end = { approvalId: id, state: 'executed' as const, actor, summary: text, verification: null }
  await recordOutcome(gate, { ...end, undo: { ...undo, sentence: text } })
  return id
}
