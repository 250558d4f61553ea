import { setImmediate } from 'node:timers/promises'
import type { DryRunInput, DryRunResult } from '@hub/contracts'
import { evaluatePolicy, type PolicyAnswer, parsePolicy, readPolicyInForce } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'
import { compareAnswers } from './compare-answers.policy.ts'
import { findPastCalls, type PastCall } from './past-calls.store.ts'

const dayMs = 24 * 3_600_000
const mostCalls = 5_000
const mostChanges = 200
/** Other requests are answered between so many calls. */
const callsAtOnce = 250

/**
 * Tries a changed policy on what was asked lately: what would go another way than under the policy in force?
 * Nothing is recorded, nothing runs.
 * @throws ValidationError with the lines of a text that is no policy
 */
export async function dryRun(ctx: ServerContext, { text, days }: DryRunInput): Promise<DryRunResult> {
  const changed = parsePolicy(text)
  const { policy } = await readPolicyInForce(ctx.db)
  const since = new Date(ctx.clock.now().getTime() - days * dayMs)
  const { calls, limited } = await findPastCalls(ctx.db, { since, limit: mostCalls })
  const result: DryRunResult = {
    version: changed.version,
    looked: calls.length,
    limited,
    changes: [],
    counts: { same: 0, stricter: 0, looser: 0 },
  }
  for (const [index, call] of calls.entries()) {
    if (index % callsAtOnce === 0) await setImmediate()
    const before = evaluatePolicy(policy, call.question)
    const after = evaluatePolicy(changed.policy, call.question)
    const change = compareAnswers(before, after)
    result.counts[change] += 1
    if (change !== 'same' && result.changes.length < mostChanges)
      result.changes.push(describeChange(call, { before, after, change }))
  }
  return result
}

function describeChange(
  { kind, id, targetName, question }: PastCall,
  found: { before: PolicyAnswer; after: PolicyAnswer; change: 'stricter' | 'looser' },
): DryRunResult['changes'][number] {
  const verdict = ({ level, outcome, terms }: PolicyAnswer) => ({ level, outcome, terms })
  return {
    kind,
    id,
    toolName: question.toolName,
    targetName,
    at: question.at.toISOString(),
    before: verdict(found.before),
    after: verdict(found.after),
    change: found.change,
    rules: found.after.rules,
  }
}
