import { randomUUID } from 'node:crypto'
import type { Accreditation, AskGrantInput, UserActor } from '@hub/contracts'
import {
  askGrant,
  decideGrant,
  loadPolicy,
  recordPolicy,
  requestApproval,
  revokeGrant,
  withdrawGrant,
} from '@hub/safeguard'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type HttpReceiver, startHttpReceiver } from './harness/http-receiver.ts'
import { type NotifyLab, publicUrl, startNotifyLab } from './harness/notify-lab.ts'

let lab: NotifyLab
let http: HttpReceiver
let asker: UserActor
beforeAll(async () => {
  ;[lab, http] = await Promise.all([startNotifyLab(), startHttpReceiver()])
  await recordPolicy(lab.gate, await loadPolicy())
  asker = await newPerson('N2', 'Nadia Asks')
})
beforeEach(() => void http.received.splice(0))
afterAll(async () => {
  await http?.close()
  await lab?.close()
})

async function newPerson(accreditation: Accreditation, displayName: string) {
  const [userId, login] = [randomUUID(), `person-${randomUUID().slice(0, 8)}`]
  await lab.db.user.create({ data: { id: userId, login, displayName, accreditation, passwordHash: 'none' } })
  return { type: 'user' as const, userId, login, displayName, accreditation }
}

const events = ['grant_asked', 'grant_given', 'grant_revoked']
const dayMs = 24 * 3_600_000

function ask(clientName: string, change: Partial<AskGrantInput> = {}) {
  const requester = `user:${lab.people.asks.userId}`
  const scope = { toolName: 'ad_reset_password', requester, arguments: {}, target: { clientName } }
  const input = {
    scope: { ...scope, targetIds: [] },
    reason: 'REASON-SECRET of the move',
    maxUses: 3,
    expiresAt: new Date(lab.gate.clock.now().getTime() + dayMs).toISOString(),
    ...change,
  }
  return askGrant(lab.gate, { actor: asker, input })
}
const give = ({ id: grantId, digest }: { id: string; digest: string }) =>
  decideGrant(lab.gate, {
    grantId,
    actor: lab.people.decides,
    input: { digest, decision: 'approve', reason: 'DECISION-SECRET' },
  })
const bodies = () => http.received.map(({ body }) => JSON.parse(String(body)))

it('tells that a grant is asked for, given and revoked, to a channel that wants it', async () => {
  const line = await lab.line(http.url, { events })
  const client = 'EHPAD <@all> https://evil.example'
  const grant = await ask(client)
  await lab.turn(line)
  await give(grant)
  await lab.turn(line)
  const input = { reason: 'Over, REVOKE-SECRET' }
  await revokeGrant(lab.gate, { grantId: grant.id, actor: lab.people.decides, input })
  await lab.turn(line)
  const url = `${publicUrl}/safeguard/grants/${grant.id}`
  const same = { grantId: grant.id, askedBy: 'Nadia Asks', requester: 'Person N1', maxUses: 3, url }
  expect(bodies()).toMatchObject([
    { type: 'safeguard.grant_asked', data: { ...same, state: 'requested', decidedBy: null } },
    { type: 'safeguard.grant_given', data: { ...same, decidedBy: 'Person N3', revokedBy: null } },
    { type: 'safeguard.grant_revoked', data: { ...same, decidedBy: null, revokedBy: 'Person N3' } },
  ])
  const text = JSON.stringify(bodies())
  expect(text).not.toContain('SECRET')
  expect(text).not.toContain(grant.digest)
  expect(text).not.toContain('https://evil.example')
})

it('says it in the language of the channel, with one link', async () => {
  const line = await lab.line(http.url, { type: 'teams', secret: undefined, language: 'fr', events })
  const grant = await ask('EHPAD Les Jardins')
  await lab.turn(line)
  const card = bodies()[0].attachments[0].content
  expect(card.body[0].text).toBe('Autorisation permanente demandée, décision attendue')
  expect(card.body[1].text).toBe('Réinitialiser un mot de passe')
  const facts = new Map(
    card.body[2].facts.map((one: { title: string; value: string }) => [one.title, one.value]),
  )
  expect(facts.get('Demandé par')).toBe('Nadia Asks')
  expect(facts.get('Pour les demandes de')).toBe('Person N1')
  expect(facts.get('Client')).toBe('EHPAD Les Jardins')
  expect(facts.get('Utilisations au plus')).toBe('3')
  expect(facts.get('Expire le')).toMatch(/UTC\+[12]$/)
  expect(card.actions).toEqual([
    {
      type: 'Action.OpenUrl',
      title: 'Ouvrir dans SAFEGUARD',
      url: `${publicUrl}/safeguard/grants/${grant.id}`,
    },
  ])
})

it('tells nothing of it to a channel that does not ask, or is about other clients or L4', async () => {
  const lines = await Promise.all([
    lab.line(http.url),
    lab.line(http.url, { events, clients: ['Mairie de Lune'] }),
    lab.line(http.url, { events, minLevel: 'L4' }),
  ])
  const own = await lab.line(http.url, { events, clients: ['ehpad les jardins'] })
  const { id } = await ask('EHPAD Les Jardins')
  for (const line of lines) await lab.turn(line)
  expect(http.received).toEqual([])
  await lab.turn(own)
  expect(bodies()).toMatchObject([{ data: { grantId: id, client: 'EHPAD Les Jardins' } }])
})

it('does not tell a use, nor ask for a decision on what was withdrawn', async () => {
  const line = await lab.line(http.url, { events })
  const withdrawn = await ask('EHPAD Les Jardins')
  await withdrawGrant(lab.gate, { grantId: withdrawn.id, actor: asker })
  const used = await give(await ask('EHPAD Les Jardins'))
  await use()
  expect((await lab.db.standingGrant.findUniqueOrThrow({ where: { id: used.id } })).uses).toBe(1)
  await lab.turn(line)
  expect(bodies().map(({ type }) => type)).toEqual(['safeguard.grant_given'])
  const told = await lab.deliveries(line.channel.name)
  expect(told.map(({ lastError }) => lastError)).toEqual([
    'not sent: the grant is withdrawn',
    'not sent: the grant is active',
    null,
  ])
})

async function use(): Promise<void> {
  const { policy, version: policyVersion } = await loadPolicy()
  const sentence = { fr: 'x', en: 'x' }
  const approval = await requestApproval(lab.gate, {
    ...{ toolName: 'ad_reset_password', toolVersion: '1', title: sentence, sentence },
    arguments: { login: 'jean.dupont' },
    target: {
      ...{ system: 'ad', kind: 'ad_account', id: randomUUID(), name: 'jean.dupont' },
      attributes: { clientName: 'EHPAD Les Jardins', privileged: false },
    },
    ...{ level: 'L3', terms: policy.levels.L3, policyVersion, policyRules: [], requester: lab.people.asks },
    context: {
      ...{ ticketId: null, ticketTitle: null, ticketDescription: null, clientName: null },
      ...{ conversationId: null, workflow: null, confidence: null, evidence: [] },
    },
    preview: { before: [], after: [], warnings: [], complete: true },
    reversible: false,
  })
  expect(approval.state).toBe('approved')
}
