import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UpstreamError } from '@hub/contracts'
import { type Estate, startEstate } from '@hub/estate'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createMailClient, createMailTools } from '../src/systems/mail/index.ts'
import type { EffectTool, ToolContext } from '../src/tools/define-tool.ts'
import { failureOf } from './expect-failure.ts'

let estate: Estate
let folder: string
let contacts: { name: string | null; address: string }[]
let problem: Error | undefined
let tool: EffectTool
beforeAll(async () => {
  estate = await startEstate()
  folder = await mkdtemp(join(tmpdir(), 'hub-mail-'))
  await writeFile(join(folder, 'ca.pem'), estate.mail.caPem)
})
beforeEach(() => {
  estate.mail.clearMessages()
  problem = undefined
  contacts = [
    { name: 'Zoé Petit', address: 'zoe@clinique.example' },
    { name: null, address: 'accueil@clinique.example' },
  ]
  const caFile = join(folder, 'ca.pem')
  const mail = createMailClient({ ...estate.mail, from: 'support@widip.example', caFile, timeoutMs: 2_000 })
  const findContacts = async () => {
    if (problem) throw problem
    return { clientId: 3, clientName: 'Clinique', contacts }
  }
  const [only] = createMailTools({ mail, findContacts })
  if (only?.kind !== 'effect') throw new Error('no effect tool')
  tool = only
})
afterAll(async () => {
  await estate.close()
  await rm(folder, { recursive: true })
})

const argsOf = (more = {}) =>
  tool.descriptor.input.parse({ client: 'Clinique', subject: 'Coupure', body: 'Bonjour.', ...more })
const plain = (): ToolContext => ({ signal: new AbortController().signal, now: new Date() })
const bound = async (args: Record<string, unknown>) => ({
  ...plain(),
  target: await tool.target(args, plain()),
})

it('names client and addresses in its target, the same in any order', async () => {
  const target = await tool.target(argsOf(), plain())
  expect(target).toMatchObject({
    id: '3:accueil@clinique.example,zoe@clinique.example',
    attributes: { recipientCount: 2 },
  })
  contacts = contacts.toReversed()
  expect(await tool.target(argsOf(), plain())).toEqual(target)
  expect((await tool.target(argsOf({ contact: 'ZOE@clinique.example' }), plain())).id).toBe(
    '3:zoe@clinique.example',
  )
})

it('sends, verifies and reconciles', async () => {
  const args = argsOf()
  const ctx = await bound(args)
  expect(await tool.reconcile(args, ctx.now, ctx)).toBe('unknown')
  const { data, summary } = await tool.run(args, ctx)
  expect(tool.descriptor.output.parse(data)).toEqual(data)
  expect(summary.fr).toBe('Message envoyé à 2 destinataires de Clinique.')
  expect((await tool.verify(args, { data, startedAt: ctx.now }, ctx)).status).toBe('verified')
  expect(await tool.reconcile(args, ctx.now, ctx)).toBe('yes')
  expect(await tool.reconcile(argsOf({ body: 'Autre.' }), ctx.now, ctx)).toBe('unknown')
  expect(await tool.reconcile(args, ctx.now, plain())).toBe('unknown')
})

it('does not run without the target it is bound to, nor for other people', async () => {
  const args = argsOf()
  expect((await failureOf(tool.run(args, plain()))).reason).toBe('mail.recipients_changed')
  const ctx = await bound(args)
  contacts = [...contacts, { name: null, address: 'nouveau@clinique.example' }]
  expect(await failureOf(tool.run(args, ctx))).toMatchObject({
    code: 'CONFLICT',
    reason: 'mail.recipients_changed',
  })
  expect(estate.mail.messages()).toEqual([])
})

it('takes no earlier mail for this one when its contacts cannot be read, nor this one for the earlier', async () => {
  const args = argsOf()
  const ctx = await bound(args)
  await tool.run(args, ctx)
  problem = new UpstreamError('GLPI did not answer in time', {
    reason: 'upstream.timeout',
    params: { system: 'GLPI' },
  })
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 1) }
  expect((await failureOf(tool.run(args, later))).reason).toBe('mail.contacts_unread')
  expect(await tool.reconcile(args, later.now, later)).toBe('no')
  expect(await tool.reconcile(args, ctx.now, ctx)).toBe('yes')
  expect(estate.mail.messages()).toHaveLength(1)
})

it('keeps an unknown outcome unknown when the same mail is sent later', async () => {
  const args = argsOf()
  const ctx = await bound(args)
  estate.mail.failNext({ kind: 'drop', at: 'message', kept: false })
  expect((await failureOf(tool.run(args, ctx))).reason).toBe('mail.outcome_unknown')
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) }
  await tool.run(args, later)
  expect(await tool.reconcile(args, later.now, later)).toBe('yes')
  expect(await tool.reconcile(args, ctx.now, ctx)).toBe('unknown')
})
