import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Attribute, Change, Client, InvalidCredentialsError } from 'ldapts'
import {
  createDirectoryClient,
  createDirectoryTools,
  type DirectoryClient,
  type DirectorySettings,
} from '../src/systems/active-directory/index.ts'
import type { EffectTool, Tool, ToolContext, ToolResult } from '../src/tools/define-tool.ts'

export type Access = Required<
  Pick<DirectorySettings, 'url' | 'caFile' | 'baseDn' | 'bindDn' | 'bindPassword'>
> & {
  caFile: string
}

/** A corner of a running domain with its own accounts, the tools on it, and an administrator's hand. */
export interface DirectoryWorld {
  client: DirectoryClient
  /** Organisational unit of this run. */
  ou: string
  /** An account name nobody else has. */
  login(name: string): string
  dn(name: string): string
  addUser(name: string, more?: Record<string, string>): Promise<void>
  addGroup(name: string, ...members: string[]): Promise<string>
  addMember(groupDn: string, memberDn: string): Promise<void>
  replace(dn: string, type: string, ...values: string[]): Promise<void>
  add(dn: string, attributes: Record<string, string | string[]>): Promise<void>
  membersOf(groupDn: string): Promise<string[]>
  /** `ok`, or the sub-code of the refusal. */
  logon(name: string, password: string): Promise<string>
  effect(name: string): EffectTool
  /** Weighs, makes the secret, runs and verifies as the gate does; the answer is checked against the contract. */
  carryOut(name: string, input: Record<string, unknown>): Promise<CarriedOut>
  read(name: string, input: Record<string, unknown>): Promise<ToolResult<unknown>>
  close(): Promise<void>
}

export interface CarriedOut extends ToolResult<Record<string, unknown>> {
  ctx: ToolContext
  startedAt: Date
  verified: string
  reconciled: string
  undo: ReturnType<NonNullable<EffectTool['undo']>> | undefined
}

export const firstPassword = 'Prem1er-Passe-Jour!'

export async function openWorld(access: Access): Promise<DirectoryWorld> {
  const tlsOptions = { ca: readFileSync(access.caFile, 'utf8') }
  const client = createDirectoryClient({ ...access, timeoutMs: 20_000 })
  const tools = new Map(createDirectoryTools(client).map((tool) => [tool.descriptor.name, tool]))
  const admin = new Client({ url: access.url, tlsOptions, timeout: 20_000 })
  await admin.bind(access.bindDn, access.bindPassword)
  const run = randomBytes(3).toString('hex')
  const ou = `OU=Hub ${run},${access.baseDn}`
  await admin.add(ou, { objectClass: ['top', 'organizationalUnit'] })
  const login = (name: string) => `${name}.${run}`
  const dn = (name: string) => `CN=${login(name)},${ou}`
  const change = (operation: 'add' | 'replace', type: string, values: string[]) =>
    new Change({ operation, modification: new Attribute({ type, values }) })
  return {
    client,
    ou,
    login,
    dn,
    async addUser(name, more = {}) {
      const values = {
        sAMAccountName: login(name),
        userPrincipalName: `${login(name)}@widip.lan`,
        displayName: `Prénom ${name}`,
        userAccountControl: '512',
        ...more,
      }
      await admin.add(dn(name), [
        new Attribute({ type: 'objectClass', values: ['top', 'person', 'organizationalPerson', 'user'] }),
        ...Object.entries(values).map(([type, value]) => new Attribute({ type, values: [value] })),
        new Attribute({ type: 'unicodePwd', values: [Buffer.from(`"${firstPassword}"`, 'utf16le')] }),
      ])
    },
    async addGroup(name, ...members) {
      await admin.add(dn(name), {
        objectClass: ['top', 'group'],
        sAMAccountName: login(name),
        ...(members.length > 0 && { member: members }),
      })
      return dn(name)
    },
    addMember: (groupDn, memberDn) => admin.modify(groupDn, change('add', 'member', [memberDn])),
    replace: (target, type, ...values) => admin.modify(target, change('replace', type, values)),
    add: (target, attributes) => admin.add(target, attributes),
    async membersOf(groupDn) {
      const { searchEntries } = await admin.search(groupDn, { scope: 'base', attributes: ['member'] })
      return [searchEntries[0]?.member ?? []].flat().map(String)
    },
    logon: (name, password) => logon(access, `${login(name)}@widip.lan`, password),
    effect: (name) => effectOf(tools, name),
    carryOut: (name, input) => carryOut(effectOf(tools, name), input),
    read: (name, input) => readWith(tools, name, input),
    close: () => admin.unbind(),
  }
}

export async function logon(access: Access, name: string, password: string): Promise<string> {
  const tlsOptions = { ca: readFileSync(access.caFile, 'utf8') }
  const client = new Client({ url: access.url, tlsOptions, timeout: 20_000 })
  try {
    await client.bind(name, password)
    return 'ok'
  } catch (error) {
    if (!(error instanceof InvalidCredentialsError)) throw error
    return /data ([0-9a-f]+)/.exec(error.message)?.[1] ?? 'refused'
  } finally {
    await client.unbind()
  }
}

function effectOf(tools: Map<string, Tool>, name: string): EffectTool {
  const tool = tools.get(name)
  if (tool?.kind !== 'effect') throw new Error(`${name} is no effect`)
  return tool
}

export const context = (): ToolContext => ({ signal: new AbortController().signal, now: new Date() })

async function readWith(tools: Map<string, Tool>, name: string, input: Record<string, unknown>) {
  const tool = tools.get(name)
  if (tool?.kind !== 'read') throw new Error(`${name} does not only read`)
  const result = await tool.run(tool.descriptor.input.parse(input), context())
  return { ...result, data: tool.descriptor.output.parse(result.data) }
}

export async function carryOut(tool: EffectTool, input: Record<string, unknown>): Promise<CarriedOut> {
  const args = tool.descriptor.input.parse(input)
  const target = await tool.target(args, context())
  const before = { ...context(), target }
  const secret = await tool.makeSecret?.(args, before)
  const ctx = { ...before, ...(secret !== undefined && { secret }) }
  const startedAt = new Date()
  const { data, summary } = await tool.run(args, ctx)
  const parsed = tool.descriptor.output.parse(data)
  return {
    data: parsed as Record<string, unknown>,
    summary,
    ctx,
    startedAt,
    verified: (await tool.verify(args, { data, startedAt }, ctx)).status,
    reconciled: await tool.reconcile(args, startedAt, ctx),
    undo: tool.undo?.(args, data),
  }
}
