import { type Approval, ApprovalComments, type HubEvent } from '@hub/contracts'
import { verifyAudit } from '@hub/safeguard'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askReset } from './harness/call-tool.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
const events: HubEvent[] = []
let hub: TestHub
const people: Record<string, ApiClient> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock })
  hub.bus.subscribe({ onEvent: (event) => void events.push(event) })
  for (const login of ['lecture', 'mmartin', 'jdupont', 'slegrand', 'khora'])
    people[login] = await signIn(hub, login)
})
afterAll(() => hub?.close())

const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const ask = (login: string) => askReset(hub, { login, by: 'mmartin', reader: as('mmartin') })
const pathOf = ({ approvalId }: Approval) => `/api/safeguard/${approvalId}`
const reject = (approval: Approval) =>
  as('khora').send('POST', `${pathOf(approval)}/reject`, { digest: approval.digest, reason: 'not needed' })
const views = ({ approvalId }: Approval) =>
  hub.db.approvalView.findMany({ where: { approvalId }, orderBy: { openedAt: 'asc' } })
const told = (type: string, { approvalId }: Approval) =>
  events.filter((event) => event.type === type && event.data.approvalId === approvalId)

describe('the opening of a request', () => {
  it('is noted once for those who may decide, whatever they poll', async () => {
    const approval = await ask('jean.dupont')
    await as('mmartin').get(pathOf(approval))
    expect(await views(approval)).toEqual([])
    await as('jdupont').get(pathOf(approval))
    const [first] = await views(approval)
    clock.forward(5_000)
    for (let n = 0; n < 3; n += 1) await as('jdupont').get(pathOf(approval))
    await as('jdupont').get('/api/safeguard/pending')
    expect(await views(approval)).toEqual([first])
    expect(first).toMatchObject({ seenDigest: null, previewSeenAt: null })
    expect(told('safeguard:request_viewed', approval)).toEqual([])
  })

  it('with the whole preview is noted for this digest, the first time, while it is pending', async () => {
    const approval = await ask('marie.martin')
    const see = (login: string) =>
      as(login).send('POST', `${pathOf(approval)}/seen`, { digest: approval.digest })
    expect((await as('jdupont').get(pathOf(approval))).body.you).toMatchObject({ previewSeen: false })
    const seen = await Promise.all([1, 2, 3].map(() => see('jdupont')))
    for (const answer of seen)
      expect(answer).toMatchObject({ status: 200, body: { you: { previewSeen: true } } })
    const before = await views(approval)
    clock.forward(5_000)
    await see('jdupont')
    expect(await views(approval)).toEqual(before)
    expect((await as('slegrand').get(pathOf(approval))).body.you).toMatchObject({ previewSeen: false })
    await reject(approval)
    expect(await see('slegrand')).toMatchObject({ status: 200, body: { you: { previewSeen: false } } })
    expect((await see('lecture')).status).toBe(403)
  })
})

describe('who is looking', () => {
  const look = (login: string, approval: Approval) => as(login).send('POST', `${pathOf(approval)}/looking`)
  const leave = (login: string, approval: Approval) => as(login).send('DELETE', `${pathOf(approval)}/looking`)
  const viewers = async (login: string, approval: Approval) =>
    ((await as(login).get(pathOf(approval))).body as Approval).viewers.map(({ displayName }) => displayName)

  it('is shown to the others, and told on coming and going only', async () => {
    const approval = await ask('thomas.nguyen')
    const together = await Promise.all([1, 2, 3].map(() => look('jdupont', approval)))
    expect(together.map(({ status }) => status)).toEqual([204, 204, 204])
    clock.forward(30_000)
    await look('jdupont', approval)
    clock.forward(30_000)
    expect(await viewers('slegrand', approval)).toEqual(['Julien Dupont'])
    expect(await viewers('jdupont', approval)).toEqual([])
    expect(told('safeguard:request_viewed', approval)).toMatchObject([{ data: { isLooking: true } }])
    for (let n = 0; n < 2; n += 1) expect((await leave('jdupont', approval)).status).toBe(204)
    expect(await viewers('slegrand', approval)).toEqual([])
    expect(told('safeguard:request_viewed', approval)).toMatchObject([
      { data: { isLooking: true, displayName: 'Julien Dupont' } },
      { data: { isLooking: false, displayName: 'Julien Dupont' } },
    ])
  })

  it('ends by itself after 45 seconds of silence', async () => {
    const approval = await ask('valerie.blanc')
    await look('slegrand', approval)
    clock.forward(44_000)
    expect(await viewers('jdupont', approval)).toEqual(['Sophie Legrand'])
    clock.forward(1_000)
    expect(await viewers('jdupont', approval)).toEqual([])
    await look('slegrand', approval)
    expect(told('safeguard:request_viewed', approval)).toHaveLength(2)
  })

  it('is nobody where there is nothing, and asks for N1', async () => {
    const nothing = { approvalId: 'APR-2026-999999' } as Approval
    expect((await look('jdupont', nothing)).status).toBe(404)
    expect((await leave('jdupont', nothing)).status).toBe(404)
    expect((await look('lecture', nothing)).status).toBe(403)
  })
})

describe('comments', () => {
  const say = (login: string, approval: Approval, body: unknown) =>
    as(login).send('POST', `${pathOf(approval)}/comments`, { body })
  const read = async (approval: Approval) =>
    ApprovalComments.parse((await as('mmartin').get(`${pathOf(approval)}/comments`)).body).items

  it('are kept in their order, told, counted and audited, also after the end', async () => {
    const approval = await ask('camille.renard')
    expect(await read(approval)).toEqual([])
    const first = await say('mmartin', approval, ' La personne a rappelé.\r\nElle attend. ')
    expect(first).toMatchObject({ status: 201, body: { displayName: 'Manon Martin' } })
    await reject(approval)
    await say('jdupont', approval, '<b>Vu</b> & noté')
    expect((await read(approval)).map(({ body }) => body)).toEqual([
      'La personne a rappelé.\nElle attend.',
      '<b>Vu</b> & noté',
    ])
    const news = told('safeguard:request_commented', approval)
    expect(news.map(({ data }) => data.commentId)).toEqual((await read(approval)).map(({ id }) => id))
    expect(JSON.stringify(news)).not.toContain('rappelé')
    expect((await as('jdupont').get(pathOf(approval))).body.commentCount).toBe(2)
    const where = { subjectId: approval.approvalId, action: 'approval.comment' }
    expect(await hub.db.userAuditLog.count({ where })).toBe(2)
  })

  it.each([
    ['nothing', ''],
    ['only spaces', ' \n '],
    ['too much', 'x'.repeat(2_001)],
    ['no text', 42],
    ['control characters', 'a\u001b[31mb'],
    ['a turned direction', 'safe\u202eexe.txt'],
    ['a null character', 'a\u0000b'],
  ])('take %s for an error', async (_name, body) => {
    const approval = await ask('josiane.bertrand')
    const answer = await say('jdupont', approval, body)
    expect(answer).toMatchObject({ status: 400, body: { error: { fields: [{ path: 'body' }] } } })
    expect(await read(approval)).toEqual([])
  })

  it('are full after 200, and cannot be changed', async () => {
    const approval = await ask('antoine.mercier')
    const { approvalId } = approval
    const { id: userId } = await hub.db.user.findUniqueOrThrow({ where: { login: 'mmartin' } })
    await hub.db.approvalComment.createMany({
      data: Array.from({ length: 199 }, () => ({
        approvalId,
        userId,
        displayName: 'X',
        body: 'x',
        at: clock.now(),
      })),
    })
    const last = await Promise.all([1, 2].map(() => say('jdupont', approval, 'the last')))
    expect(last.map(({ status }) => status).sort()).toEqual([201, 429])
    expect(last.find(({ status }) => status === 429)?.body).toMatchObject({
      error: { reason: 'comment.full' },
    })
    await expect(hub.db.approvalComment.deleteMany({ where: { approvalId } })).rejects.toThrow(
      'takes new rows only',
    )
  })

  it('are for N1 and above, on requests that exist', async () => {
    const approval = await ask('sofia.rodriguez')
    expect((await say('lecture', approval, 'hello')).status).toBe(403)
    const nothing = { approvalId: 'APR-2026-999999' } as Approval
    expect((await say('jdupont', nothing, 'hello')).status).toBe(404)
    expect((await as('jdupont').get(`${pathOf(nothing)}/comments`)).status).toBe(404)
    expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
  })
})
