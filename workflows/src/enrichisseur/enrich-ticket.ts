import { memoryAddCase } from '@hub/contracts'
import type { WorkflowsContext } from '../context.ts'
import { StepFailed } from '../engine/attempt.ts'
import type { Run } from '../engine/run.ts'
import { type Enriched, findJudged, saveEnriched } from './enrich.store.ts'
import { extractCase, fingerprint } from './extract-case.ts'
import { judgeCase } from './judge-case.ts'
import { readAlone } from './read-alone.ts'
import type { KnownCase, Reading } from './read-tools.ts'
import type { Outcome } from './report.ts'

const unknownCause = {
  fr: 'La cause n’est pas écrite dans le ticket.',
  en: 'The ticket does not tell the cause.',
}

type ReadTicket =
  | { is: 'unchanged' }
  | { is: 'rejected'; reason: string; fingerprint: string }
  | { is: 'case'; fingerprint: string; title: string; problem: string; cause: string; solution: string }

/**
 * Makes a case of one resolved ticket, or says why it makes none.
 * @returns null for a ticket that was judged before and is the same since
 */
export async function enrichTicket(
  { ctx, run, reading }: { ctx: WorkflowsContext; run: Run; reading: Reading },
  ticketId: number,
): Promise<Outcome | null> {
  const untold = (decision: 'unreadable' | 'unreachable', reason: string): Outcome => ({
    ticketId,
    decision,
    reason,
    documentPath: null,
  })
  const read = await orRefused(() =>
    run.step('read ticket', () => readAlone(() => readOne(ctx, reading, ticketId), reading.askGlpi)),
  )
  if (read.is === 'unchanged') return null
  if (read.is === 'unreadable' || read.is === 'unreachable') return untold(read.is, read.reason)
  const keep = async (
    decision: Enriched['decision'],
    reason: string,
    known: KnownCase | null = null,
  ): Promise<Outcome> => {
    const { documentId = null, path: documentPath = null } = known ?? {}
    const row = {
      ticketId,
      fingerprint: read.fingerprint,
      decision,
      reason,
      documentId,
      documentPath,
      runId: run.id,
    }
    await run.step('record', async () => {
      if (!run.isDryRun) await saveEnriched(ctx.db, row, ctx.clock.now())
      return { ticketId, decision, reason, documentPath }
    })
    return { ticketId, decision, reason, documentPath }
  }
  if (read.is === 'rejected') return keep('rejected', read.reason)
  const { is: _is, fingerprint: _fingerprint, ...solved } = read
  const same = await orRefused(() =>
    run.step('find similar cases', () => readAlone(() => reading.findSame(solved), reading.askCases)),
  )
  if (same && 'is' in same) return untold(same.is, same.reason)
  if (same) return keep('merged', 'same_case', same)
  try {
    const acted = await run.act('add case', { tool: memoryAddCase.name, arguments: { ...solved, ticketId } })
    if (acted.state === 'dry_run')
      return { ticketId, decision: 'added', reason: 'dry_run', documentPath: null }
    if (acted.state === 'done') {
      const { alreadyThere, ...known } = memoryAddCase.output.parse(acted.data)
      return keep(alreadyThere ? 'merged' : 'added', alreadyThere ? 'same_words' : 'new_case', known)
    }
    const known = await run.step('find similar cases', () => reading.findSame(solved))
    return known ? keep('added', 'approved', known) : keep('rejected', `safeguard_${acted.state}`)
  } catch (err) {
    if (!(err instanceof StepFailed)) throw err
    return keep('rejected', reasonOf(err))
  }
}

const reasonOf = ({ failure }: StepFailed) => failure.reason ?? failure.code.toLowerCase()

/** A refusal is about this ticket: it ends nothing else. */
async function orRefused<T>(read: () => Promise<T>): Promise<T | { is: 'unreadable'; reason: string }> {
  try {
    return await read()
  } catch (err) {
    if (!(err instanceof StepFailed)) throw err
    return { is: 'unreadable', reason: reasonOf(err) }
  }
}

/** Only what tells of nobody leaves this step: its result is recorded. */
async function readOne(ctx: WorkflowsContext, reading: Reading, ticketId: number): Promise<ReadTicket> {
  const ticket = await reading.readTicket(ticketId)
  const read = fingerprint(ticket)
  if ((await findJudged(ctx.db, ticketId)) === read) return { is: 'unchanged' }
  // Opened again since it was found.
  if (ticket.status !== 'solved' && ticket.status !== 'closed')
    return { is: 'rejected', reason: 'not_resolved', fingerprint: read }
  const found = extractCase(ticket)
  const reason = judgeCase(found)
  if (reason) return { is: 'rejected', reason, fingerprint: read }
  const { title, problem, cause, solution, language } = found
  return {
    is: 'case',
    fingerprint: read,
    title: title.length < 5 ? `Ticket ${ticketId}` : title,
    problem: problem.length < 5 ? title : problem,
    cause: cause.length < 5 ? unknownCause[language] : cause,
    solution,
  }
}
