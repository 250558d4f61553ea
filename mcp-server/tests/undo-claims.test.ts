import { ApprovalOutcome, toolMeta, type UserActor } from '@hub/contracts'
import { signAssertion } from '@hub/kernel'
import { approveRequest, readApproval, rejectRequest } from '@hub/safeguard'
import { Attribute, Change, Client } from 'ldapts'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { approve, ask, execute, type GatedCall } from './harness/carry-through.ts'
import { type McpClient, openClient, textOf } from './harness/open-client.ts'
import { addPerson, verbsOn } from './harness/people.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let actor: UserActor
const clients: McpClient[] = []
beforeAll(async () => {
  mcp = await startTestMcp()
  actor = await addPerson(mcp, 'N2')
})
afterEach(() => mcp.estate.directory.control.clearFaults())
afterAll(async () => {
  for (const { client } of clients) await client.close()
  await mcp?.close()
})

async function as(undoOf?: string): Promise<McpClient> {
  const assertion = { actor, locale: 'fr' as const, ...(undoOf && { undoOf }) }
  const client = await openClient(mcp.url, signAssertion(mcp.assertionSecret, assertion))
  clients.push(client)
  return client
}

/** An account that was disabled through the gate, and the call that enables it again. */
async function disabled(login: string): Promise<{ id: string; undo: GatedCall }> {
  const call = { tool: 'ad_disable_account', args: { login } }
  const id = await ask(await as(), call)
  await approve(mcp, id)
  await execute(mcp, id, call)
  const undo = ApprovalOutcome.parse((await readApproval(mcp.db, id)).outcome).undo
  if (!undo) throw new Error('nothing to take back')
  return { id, undo: { tool: undo.toolName, args: undo.arguments } }
}
const heldBy = async (id: string) => (await readApproval(mcp.db, id)).undoneBy
const stateOf = async (id: string) => (await readApproval(mcp.db, id)).state
const reasonOf = (result: { _meta?: Record<string, unknown> | undefined }) => result._meta?.[toolMeta.error]

describe('an undo that needs an approval', () => {
  it('is held by the executor that won, whatever the others meet', async () => {
    const { id, undo } = await disabled('lucas.perrin')
    const asked = await ask(await as(id), undo)
    await approve(mcp, asked)
    expect(await heldBy(id)).toBeNull()
    const answers = await Promise.all([1, 2, 3].map(() => execute(mcp, asked, undo)))
    expect(answers.filter(({ isError }) => !isError)).toHaveLength(1)
    for (const refused of answers.filter(({ isError }) => isError))
      expect(reasonOf(refused)).toMatchObject({ reason: expect.stringMatching(/^approval\.state\./) })
    expect([await stateOf(asked), await heldBy(id)]).toEqual(['executed', asked])
    expect((await execute(mcp, asked, undo)).isError).toBe(true)
    expect(await heldBy(id)).toBe(asked)
    const again = await (await as(id)).call(undo.tool, undo.args)
    expect(reasonOf(again)).toMatchObject({ reason: 'undo.already' })
  })

  it('is another request than the same call for its own sake', async () => {
    const { id, undo } = await disabled('thomas.nguyen')
    const plain = await ask(await as(), undo)
    const asked = await ask(await as(id), undo)
    expect(asked).not.toBe(plain)
    expect(await ask(await as(id), undo)).toBe(asked)
    const [one, other] = [await readApproval(mcp.db, plain), await readApproval(mcp.db, asked)]
    expect([one.undoOf, other.undoOf]).toEqual([null, id])
    expect(one.digest).not.toBe(other.digest)
    await approve(mcp, asked)
    expect((await execute(mcp, asked, undo)).isError).toBeFalsy()
    expect(await heldBy(id)).toBe(asked)
  })

  it('leaves the effect free when the write was refused, and after a no', async () => {
    const { id, undo } = await disabled('helene.caron')
    const asked = await ask(await as(id), undo)
    await approve(mcp, asked)
    mcp.estate.directory.control.fault({ kind: 'busy', operation: 'modify' })
    await execute(mcp, asked, undo)
    expect([await stateOf(asked), await heldBy(id)]).toEqual(['failed', null])
    const second = await ask(await as(id), undo)
    const { digest } = await readApproval(mcp.db, second)
    // as an older version left it: held before anybody had said yes
    await mcp.db.approval.update({ where: { id }, data: { undoneBy: second } })
    const input = { digest, reason: 'It was right' }
    await rejectRequest(verbsOn(mcp), { approvalId: second, actor: await addPerson(mcp, 'N3'), input })
    expect(await heldBy(id)).toBeNull()
  })

  it('is refused on another account that has the name by now', async () => {
    const { id, undo } = await disabled('rachid.amrani')
    const directory = mcp.estate.directory
    const admin = new Client({ url: directory.url, tlsOptions: { ca: directory.caPem } })
    await admin.bind(directory.bindDn, directory.bindPassword)
    await rename(admin, 'rachid.amrani', 'rachid.amrani.old')
    await rename(admin, 'kevin.lopez', 'rachid.amrani')
    await admin.unbind()
    const result = await (await as(id)).call(undo.tool, undo.args)
    expect(reasonOf(result)).toMatchObject({ code: 'CONFLICT', reason: 'undo.other_target' })
    expect(textOf(result)).toContain('désigne maintenant autre chose')
    expect(await heldBy(id)).toBeNull()
  })
})

async function rename(admin: Client, from: string, to: string): Promise<void> {
  const { searchEntries } = await admin.search(mcp.estate.directory.baseDn, {
    filter: `(sAMAccountName=${from})`,
    attributes: ['cn'],
  })
  const values = [to]
  const modification = new Attribute({ type: 'sAMAccountName', values })
  await admin.modify(String(searchEntries[0]?.dn), new Change({ operation: 'replace', modification }))
}

describe('a small write that takes an effect back', () => {
  /** A reset-like effect on an account whose undo is the unlock of that very account, which is L2. */
  async function undoable(login: string): Promise<string> {
    const { id } = await disabled(login)
    const { outcome } = await readApproval(mcp.db, id)
    const undo = {
      toolName: 'ad_unlock_account',
      arguments: { login },
      sentence: { fr: 'Déverrouiller', en: 'Unlock' },
    }
    // an outcome never changes: the owner of the table looks away from its own rule here
    await mcp.db.$transaction([
      mcp.db.$executeRaw`SET LOCAL session_replication_role = replica`,
      mcp.db.approval.update({ where: { id }, data: { outcome: { ...(outcome as object), undo } } }),
    ])
    await mcp.estate.directory.control.lock(login)
    return id
  }
  const unlock = async (id: string, login: string) =>
    (await as(id)).call(
      'ad_unlock_account',
      { login },
      { _meta: { [toolMeta.callId]: `undo-${login.replace('.', '-')}` } },
    )
  const callOf = (login: string) => `undo-${login.replace('.', '-')}`
  const recordOf = (callId: string) =>
    mcp.db.toolExecution.findFirstOrThrow({ where: { callId }, orderBy: { rank: 'desc' } })
  const holderOf = async (login: string) => (await recordOf(callOf(login))).id
  const ahead = (ms: number) => ({ now: () => new Date(Date.now() + ms) })

  it('leaves the effect free when nothing happened', async () => {
    const login = 'sandrine.gomez'
    const id = await undoable(login)
    mcp.estate.directory.control.fault({ kind: 'busy', operation: 'modify' })
    expect((await unlock(id, login)).isError).toBe(true)
    expect(await heldBy(id)).toBeNull()
    expect((await unlock(id, login)).isError).toBeFalsy()
    expect(await heldBy(id)).toBe(await holderOf(login))
  })

  it.each([
    ['did not happen', 'laurence.petit', 'before', null],
    ['happened', 'valerie.blanc', 'after', 'kept'],
  ] as const)(
    'whose answer was lost and which %s is settled by the recovery',
    async (_what, login, when, kept) => {
      const id = await undoable(login)
      mcp.estate.directory.control.fault({ kind: 'drop', when, operation: 'modify' })
      await unlock(id, login)
      expect(await heldBy(id)).toBe(await holderOf(login))
      const late = await mcp.another(ahead(6 * 60_000))
      if (kept === null) await vi.waitUntil(async () => (await heldBy(id)) === null, { timeout: 15_000 })
      await late.close()
      expect(await heldBy(id)).toBe(kept === null ? null : await holderOf(login))
    },
  )

  it('whose process died lets go of the effect when it shows nowhere', async () => {
    const login = 'josiane.bertrand'
    const id = await undoable(login)
    await unlock(id, login)
    await mcp.estate.directory.control.lock(login)
    const { id: record } = await recordOf(callOf(login))
    const startedAt = new Date(Date.now() - 6 * 60_000)
    await mcp.db.toolExecution.update({
      where: { id: record },
      data: { status: 'running', startedAt, finishedAt: null, data: undefined },
    })
    const another = await mcp.another()
    await vi.waitUntil(async () => (await heldBy(id)) === null, { timeout: 15_000 })
    await another.close()
    expect(await recordOf(callOf(login))).toMatchObject({
      status: 'error',
      summary: { en: expect.stringContaining('nothing is done') },
    })
    const audited = await mcp.db.userAuditLog.findMany({ where: { action: 'tool.reconcile' } })
    expect(audited.map(({ details }) => details)).toContainEqual({ executionId: record, answer: 'no' })
  })

  it('whose process died keeps the effect when the system shows it', async () => {
    const login = 'camille.renard'
    const id = await undoable(login)
    await unlock(id, login)
    const { id: record } = await recordOf(callOf(login))
    const startedAt = new Date(Date.now() - 6 * 60_000)
    await mcp.db.toolExecution.update({ where: { id: record }, data: { status: 'running', startedAt } })
    const another = await mcp.another()
    await vi.waitUntil(async () => (await recordOf(callOf(login))).status !== 'running', { timeout: 15_000 })
    await another.close()
    expect(await recordOf(callOf(login))).toMatchObject({ status: 'ok' })
    expect(await heldBy(id)).toBe(await holderOf(login))
  })
})

it('an API key without an owner needs one person more than its policy says', async () => {
  const outside = await openClient(mcp.url, mcp.apiKey)
  clients.push(outside)
  const id = await ask(outside, { tool: 'ad_disable_account', args: { login: 'anne-sophie.vidal' } })
  const { requiredApprovals, context, digest } = await readApproval(mcp.db, id)
  expect(requiredApprovals).toBe(2)
  expect(context).toMatchObject({ evidence: [{ fr: expect.stringContaining('sans propriétaire') }] })
  const yes = async (one: UserActor) =>
    approveRequest(verbsOn(mcp), { approvalId: id, actor: one, input: { digest } })
  const holder = await addPerson(mcp, 'N2')
  expect((await yes(holder)).state).toBe('pending')
  await expect(yes(holder)).rejects.toThrow(expect.objectContaining({ reason: 'approval.twice' }))
  const forged = mcp.db.approval.update({ where: { id }, data: { state: 'approved', decidedAt: new Date() } })
  await expect(forged).rejects.toThrow('not enough people said yes')
  expect((await yes(await addPerson(mcp, 'N2'))).state).toBe('approved')
  const bound = await mcp.another(undefined, { MCP_API_KEY_OWNER: holder.login })
  const owned = await openClient(bound.url, mcp.apiKey)
  const other = await ask(owned, { tool: 'ad_disable_account', args: { login: 'maxime.brun' } })
  expect(await readApproval(mcp.db, other)).toMatchObject({ requiredApprovals: 1 })
  await owned.client.close()
  await bound.close()
})
