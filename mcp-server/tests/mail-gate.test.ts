import { ActionTarget, toolMeta } from '@hub/contracts'
import { createLogger, signAssertion } from '@hub/kernel'
import { startMcpServer } from '@hub/mcp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { approve, ask, execute } from './harness/carry-through.ts'
import { type McpClient, openClient, textOf } from './harness/open-client.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let outside: McpClient
beforeAll(async () => {
  mcp = await startTestMcp()
  outside = await openClient(mcp.url, mcp.apiKey)
})
afterEach(() => {
  mcp.estate.mail.clearFaults()
  mcp.estate.mail.clearMessages()
})
afterAll(async () => {
  await outside?.client.close()
  await mcp?.close()
})

const client = 'EHPAD Les Jardins'
let serial = 0
/** Arguments of a mail that no other test sends. */
function letter(more: Record<string, unknown> = {}) {
  serial += 1
  return {
    client,
    ticketId: 1234,
    subject: `Coupure ${serial}`,
    body: `Bonjour,\n\n${'Long. '.repeat(900)}fin`,
    ...more,
  }
}

const call = (args: Record<string, unknown>) => ({ tool: 'mail_notify_client', args })

/** The contacts in GLPI of the client that a target names. */
function contactsOf(target: unknown) {
  const { id } = ActionTarget.parse(target)
  return mcp.estate.glpi.rows('Contact', { entities_id: Number(id.split(':')[0]) })
}

async function firstRecipient(approvalId: string): Promise<string> {
  const { target } = await mcp.db.approval.findUniqueOrThrow({ where: { id: approvalId } })
  return String(ActionTarget.parse(target).attributes.recipients).split(',')[0] ?? ''
}

async function sendApproved(args: Record<string, unknown>) {
  const approvalId = await ask(outside, call(args))
  await approve(mcp, approvalId)
  const result = await execute(mcp, approvalId, call(args))
  return { result, row: await mcp.db.approval.findUniqueOrThrow({ where: { id: approvalId } }) }
}

describe('mail_notify_client', () => {
  it('sends nothing before a yes, and shows all of it', async () => {
    const args = letter()
    const row = await mcp.db.approval.findUniqueOrThrow({ where: { id: await ask(outside, call(args)) } })
    expect(mcp.estate.mail.messages()).toEqual([])
    expect(row.securityLevel).toBe('L3')
    const recipients = [
      ...contactsOf(row.target).map(({ email }) => String(email)),
      ...mcp.estate.glpi.rows('Entity', { name: client }).map(({ email }) => String(email)),
    ]
    expect(recipients.length).toBeGreaterThan(1)
    expect(row.target).toMatchObject({
      system: 'mail',
      kind: 'client_contacts',
      name: client,
      attributes: { clientName: client, recipientCount: recipients.length },
    })
    const { after } = row.preview as { after: { key: string; value: string }[] }
    const shown = Object.fromEntries(after.map(({ key, value }) => [key, value]))
    for (const recipient of recipients) expect(shown.recipients).toContain(recipient)
    expect(shown).toMatchObject({
      from: 'Support WIDIP <support@widip.fr>',
      subject: `[GLPI #0001234] ${args.subject}`,
      body: args.body,
      signature: 'Cordialement,\nSupport WIDIP\nRéférence : ticket n° 1234',
    })
  })

  it('sends what was approved, and tells what the server said', async () => {
    const args = letter({ language: 'en' })
    const { row } = await sendApproved(args)
    expect(row).toMatchObject({ state: 'executed', outcome: { verification: { status: 'verified' } } })
    const [mail, ...more] = mcp.estate.mail.messages()
    expect(more).toEqual([])
    expect(mail?.envelope.recipients.join(',')).toBe(ActionTarget.parse(row.target).attributes.recipients)
    expect(mail?.text).toContain(`fin\n\n-- \nKind regards,\nSupport WIDIP\nReference: ticket #1234`)
    expect(mail?.subject).toBe(`[GLPI #0001234] ${args.subject}`)
  })

  it('is the same message when it is asked again', async () => {
    const args = letter()
    await sendApproved(args)
    await sendApproved(args)
    const ids = mcp.estate.mail.messages().map(({ messageId }) => messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('sends nothing when the contacts are others than those that were shown', async () => {
    const args = letter()
    const approvalId = await ask(outside, call(args))
    await approve(mcp, approvalId)
    const { target } = await mcp.db.approval.findUniqueOrThrow({ where: { id: approvalId } })
    const [contact] = contactsOf(target)
    if (contact === undefined) throw new Error('no contact')
    const { id: _, ...more } = contact
    mcp.estate.glpi.insert('Contact', { ...more, email: 'nouveau@ailleurs.fr' })
    const result = await execute(mcp, approvalId, call(args))
    expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'approval.digest' })
    expect(mcp.estate.mail.messages()).toEqual([])
  })

  it('says who was refused', async () => {
    const first = await firstRecipient(await ask(outside, call(letter())))
    mcp.estate.mail.failNext({ kind: 'refuse', at: 'recipient', address: first })
    const { row } = await sendApproved(letter())
    expect(row).toMatchObject({
      state: 'executed',
      outcome: { verification: { status: 'mismatch' }, summary: { fr: expect.stringContaining(first) } },
    })
  })

  it('fails, and may be asked again, when nothing left', async () => {
    mcp.estate.mail.failNext({ kind: 'greylist', count: 50 })
    const { row } = await sendApproved(letter())
    expect(row.state).toBe('failed')
    expect(JSON.stringify(row.outcome)).toContain('réessayer plus tard (451) : rien n’est parti')
    expect(mcp.estate.mail.messages()).toEqual([])
  })

  it('says unknown when the server did not confirm, and sends once', async () => {
    mcp.estate.mail.failNext({ kind: 'drop', at: 'message' })
    const { row } = await sendApproved(letter())
    expect(row.state).toBe('unknown')
    const [mail, ...more] = mcp.estate.mail.messages()
    expect(more).toEqual([])
    expect(JSON.stringify(row.outcome)).toContain(mail?.messageId)
  })

  it('leaves it unknown on a later look too, whatever became of the same mail sent again', async () => {
    mcp.estate.mail.failNext({ kind: 'drop', at: 'message', kept: false })
    const args = letter()
    const { row } = await sendApproved(args)
    expect(row.state).toBe('unknown')
    expect((await sendApproved(args)).row.state).toBe('executed')
    const person = { login: 'looks-again', displayName: 'Looks Again', accreditation: 'N3' as const }
    const { id: userId } = await mcp.db.user.create({ data: { ...person, passwordHash: 'none' } })
    const actor = { type: 'user' as const, userId, ...person }
    const token = signAssertion(mcp.assertionSecret, { actor, locale: 'fr', approvalId: row.id })
    const answer = await fetch(mcp.url.replace('/mcp', `/approvals/${row.id}/reconcile`), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(await answer.json()).toEqual({ state: 'unknown' })
  })

  it.each([
    ['an address of nobody', { contact: 'tous@ailleurs.fr' }, 'mail.unknown_contact'],
    ['the root of GLPI', { client: '00' }, 'mail.not_a_client'],
    ['an unknown client', { client: 'Clinique Inconnue' }, 'glpi.client_not_found'],
    ['a subject of two lines', { subject: 'Bonjour\r\nBcc: tous@ailleurs.fr' }, 'tool.arguments'],
    ['a subject that reads backwards', { subject: 'Facture \u202Efdp.exe' }, 'tool.arguments'],
    ['a key of its own', { idempotencyKey: 'wf-1:mail' }, 'tool.arguments'],
  ])('refuses %s', async (_what, more, reason) => {
    const result = await outside.call('mail_notify_client', letter(more))
    expect(result._meta?.[toolMeta.error]).toMatchObject({ reason })
    expect(mcp.estate.mail.messages()).toEqual([])
  })

  it('names the known addresses for an unknown one', async () => {
    const result = await outside.call('mail_notify_client', letter({ contact: 'tous@ailleurs.fr' }))
    expect(textOf(result)).toMatch(/il connaît : \S+@/)
  })
})

describe('the health of the systems', () => {
  const lookAt = async (url: string) => {
    const actor = { type: 'system', name: 'test' } as const
    const token = signAssertion(mcp.assertionSecret, { actor, locale: 'fr' })
    const answer = await fetch(url.replace('/mcp', '/health/systems'), {
      headers: { authorization: `Bearer ${token}` },
    })
    return answer.json()
  }

  it('shows the mail server', async () => {
    expect(await lookAt(mcp.url)).toMatchObject({ systems: { mail: { ok: true, detail: null } } })
  })

  it('says that none is configured, and so does the tool', async () => {
    const log = createLogger({ name: 'test', level: 'silent' })
    const bare = await startMcpServer({ ...mcp.env, SMTP_URL: undefined, MAIL_FROM: undefined }, { log })
    expect(await lookAt(bare.url)).toMatchObject({
      systems: { mail: { ok: false, detail: expect.stringContaining('No mail server is configured') } },
    })
    const { call, client: other } = await openClient(bare.url, mcp.apiKey)
    const result = await call('mail_notify_client', letter())
    expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'mail.not_configured' })
    await other.close()
    await bare.close()
  })
})
