import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { failureOf } from './expect-failure.ts'
import { context, type GlpiBench, openGlpiBench } from './glpi-setup.ts'

let bench: GlpiBench
beforeAll(async () => {
  bench = await openGlpiBench({ timeoutMs: 400 })
  await bench.glpi.ping()
})
afterEach(() => {
  bench.estate.glpi.clearFaults()
  bench.estate.glpi.clearRequests()
})
afterAll(() => bench.close())

const followups = () => bench.estate.glpi.rows('ITILFollowup', { items_id: 1234 })
const sent = (path: string) =>
  bench.estate.glpi.requests().filter((request) => request.method === 'POST' && request.path.endsWith(path))

describe('a followup', () => {
  it('is found when only its answer was lost', async () => {
    const input = { ticketId: 1234, content: 'Une seule fois', idempotencyKey: 'lost-1' }
    bench.estate.glpi.failNext({ kind: 'truncate', path: 'ITILFollowup/' })
    const before = followups().length
    const first = await bench.run('glpi_add_followup', input)
    expect(first.data.alreadyThere).toBe(false)
    const again = await bench.run('glpi_add_followup', input)
    expect(again.data).toEqual({ ...first.data, alreadyThere: true })
    expect(followups()).toHaveLength(before + 1)
  })

  it('is said to be late, and written when asked again', async () => {
    const input = { ticketId: 1234, content: 'En retard', idempotencyKey: 'late-1' }
    bench.estate.glpi.failNext({ kind: 'delay', delayMs: 600, path: 'ITILFollowup/' })
    const before = followups().length
    expect((await failureOf(bench.run('glpi_add_followup', input))).reason).toBe('upstream.timeout')
    await new Promise((resolve) => setTimeout(resolve, 350))
    await bench.run('glpi_add_followup', input)
    expect(followups()).toHaveLength(before + 1)
  })

  it('is not sent again when it was refused', async () => {
    bench.estate.glpi.failNext({ kind: 'html', status: 503, path: 'ITILFollowup/' })
    await failureOf(bench.run('glpi_add_followup', { ticketId: 1234, content: 'Panne' }))
    expect(sent('/ITILFollowup/')).toHaveLength(1)
  })

  it('fails with its own error when the look at GLPI is refused too', async () => {
    bench.estate.glpi.failNext({ kind: 'truncate', path: 'ITILFollowup/' })
    bench.estate.glpi.failNext({
      kind: 'status',
      path: '1234/ITILFollowup',
      status: 403,
      body: '["ERROR_RIGHT_MISSING",""]',
      contentType: 'application/json',
    })
    const error = await failureOf(bench.run('glpi_add_followup', { ticketId: 1234, content: 'Perdu' }))
    expect(error).toMatchObject({ code: 'UPSTREAM_FAILED', reason: 'upstream.not_json' })
  })

  it('keeps its text as it was typed', async () => {
    const content = 'Bonjour <script>alert(1)</script>\n\n& "merci"'
    const { data } = await bench.run('glpi_add_followup', { ticketId: 1234, content })
    const { rows } = await bench.glpi.followups.list(1234, 'newest')
    expect(rows.find((row) => row.id === data.followupId)?.text).toBe(content)
  })
})

describe('the marker of the Hub', () => {
  const written = (users_id: number, content: string) =>
    bench.estate.glpi.insert('ITILFollowup', {
      ...bench.estate.glpi.row('ITILFollowup', Number(followups()[0]?.id)),
      id: null,
      users_id,
      content: `<p>${content}</p>`,
    })

  it('is believed from the own account only', async () => {
    written(101, 'Rien à faire ici [hub:wf-9:report]')
    const input = { ticketId: 1234, content: 'Rapport', idempotencyKey: 'wf-9:report' }
    const effect = bench.effect('glpi_add_followup')
    expect(await effect.reconcile({ ...input, isPrivate: true }, new Date(), context())).toBe('no')
    expect((await bench.run('glpi_add_followup', input)).data.alreadyThere).toBe(false)
    const { rows } = await bench.glpi.followups.list(1234, 'all')
    expect(rows.find((row) => row.authorId === 101 && row.text.includes('wf-9'))).toMatchObject({
      key: null,
      text: 'Rien à faire ici [hub:wf-9:report]',
    })
  })

  it('is found behind more than 200 followups', async () => {
    const input = { ticketId: 1234, content: 'Tout premier', idempotencyKey: 'wf-9:first' }
    await bench.run('glpi_add_followup', input)
    for (let index = 0; index < 450; index += 1) written(6, `Relance ${index}`)
    const again = await bench.run('glpi_add_followup', input)
    expect(again.data.alreadyThere).toBe(true)
    expect(await bench.glpi.followups.list(1234, 'newest')).toMatchObject({ isComplete: false })
  })

  it('tells one of two equal texts from the other', async () => {
    const args = { ticketId: 1234, content: 'Relance du fournisseur', isPrivate: true }
    const effect = bench.effect('glpi_add_followup')
    const earlier = new Date(Date.now() - 120_000)
    await bench.run('glpi_add_followup', args, context({ now: earlier }))
    expect(await effect.reconcile(args, new Date(), context())).toBe('no')
    expect(await effect.reconcile(args, earlier, context())).toBe('yes')
    await bench.run('glpi_add_followup', args, context({ now: new Date(earlier.getTime() + 5_000) }))
    expect(await effect.reconcile(args, earlier, context())).toBe('unknown')
  })
})
