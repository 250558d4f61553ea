import { strict as assert } from 'node:assert'
import { chainHash } from '../../src/audit/chain-hash.ts'
import { readEnded, readNewAudit, readRecent, type StandingYes } from './read-world.store.ts'
import type { World } from './world.ts'

/** What was seen so far: the test's own memory, not the gate's. */
export interface History {
  states: Map<string, string>
  audit: { seq: bigint; hash: string }
}

/** The states and the only ways between them, written down a second time (DESIGN section 5). */
const ways = new Set([
  'pending>approved',
  'pending>rejected',
  'pending>expired',
  'pending>cancelled',
  'approved>executing',
  'approved>failed',
  'approved>expired',
  'executing>executed',
  'executing>failed',
  'executing>unknown',
  'unknown>executed',
  'unknown>failed',
  // a grant answers at once: nobody sees it pending
  'new>pending',
  'new>approved',
])
const startWithinMs = 15 * 60_000

/** After each step: legal ways only, every yes accounted for, the chain goes on. */
export async function checkInvariants(
  history: History,
  world: World,
  during: { from: Date; until: Date },
): Promise<void> {
  for (const row of await readRecent(world)) {
    const before = history.states.get(row.id) ?? 'new'
    if (row.state === before) continue
    history.states.set(row.id, row.state)
    if (before === 'new' && row.state !== 'pending' && row.state !== 'approved') continue
    assert(ways.has(`${before}>${row.state}`), `${row.id}: ${before} became ${row.state}`)
    if (row.state === 'approved' || row.state === 'executing') assertSaidYes(row)
    if (row.state === 'executing') assertFresh(row)
    if (row.state === 'expired' && before === 'pending')
      assert(row.expiresAt <= during.until, `${row.id}: expired before its time`)
  }
  for (const row of await readNewAudit(world, history.audit.seq)) {
    assert.equal(row.seq, history.audit.seq + 1n, 'a row of the audit chain is missing')
    assert.equal(row.prevHash, history.audit.hash, `audit row ${row.seq} does not follow`)
    assert.equal(row.hash, chainHash(row), `audit row ${row.seq} was changed`)
    history.audit = { seq: row.seq, hash: row.hash }
  }
}

function assertSaidYes(row: StandingYes): void {
  const isOther = (id: string | null) => `user:${id}` !== row.requesterKey
  const mine = row.decisions.filter(({ digest, at }) => digest === row.digest && at < row.expiresAt)
  if (
    mine.some(
      ({ kind, accreditation, userId }) =>
        kind === 'break_glass' && accreditation === 'N4' && isOther(userId),
    )
  )
    return
  if (row.grant) {
    const { grant } = row
    assert(grant.uses >= 1 && grant.uses <= grant.maxUses, `${row.id}: the grant was not counted`)
    assert(
      isOther(grant.decidedById) && grant.decidedById !== grant.askedById,
      `${row.id}: a grant to oneself`,
    )
    return
  }
  const yes = mine.filter(
    ({ kind, accreditation }) => kind === 'approve' && accreditation >= row.approverLevel,
  )
  const voices = yes.flatMap(({ userId, onBehalfOf }) =>
    onBehalfOf === null ? [userId] : [userId, onBehalfOf],
  )
  assert.equal(new Set(voices).size, voices.length, `${row.id}: one voice counted twice`)
  assert(voices.every(isOther), `${row.id}: the requester said yes`)
  assert(yes.length >= row.requiredApprovals, `${row.id}: ${yes.length} of ${row.requiredApprovals} yes`)
}

function assertFresh({ id, decidedAt, executingAt }: StandingYes): void {
  const age = (executingAt?.getTime() ?? 0) - (decidedAt?.getTime() ?? 0)
  assert(Math.abs(age) < startWithinMs, `${id}: started ${age} ms after the yes`)
}

/** At the end of a run: each change was told and audited, and nothing was used twice. */
export async function checkEnd(world: World): Promise<void> {
  for (const row of await readEnded(world)) {
    const count = (action: string) => row.audited.filter((one) => one === action).length
    assert(count('approval.execute') <= 1, `${row.id} was used ${count('approval.execute')} times`)
    assert.equal(
      row.told.filter((type) => type === 'safeguard:new_request').length,
      1,
      `${row.id} was told once`,
    )
    if (row.state !== 'pending')
      assert(row.told.includes(`safeguard:request_${row.state}`), `${row.id}: ${row.state} was not told`)
    if (row.executingAt !== null)
      assert(row.told.includes('safeguard:request_executing'), `${row.id}: the start was not told`)
    const yes = row.kinds.filter((kind) => ['approve', 'break_glass', 'grant'].includes(kind)).length
    const audited = ['approve', 'break_glass', 'grant'].reduce(
      (sum, kind) => sum + count(`approval.${kind}`),
      0,
    )
    assert.equal(audited, yes, `${row.id}: ${yes} yes, ${audited} in the audit`)
  }
}
