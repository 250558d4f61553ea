import { DBOS } from '@dbos-inc/dbos-sdk'
import type { WorkflowsContext } from '../context.ts'
import { type Act, type Acted, act } from './act.ts'
import { type Attempt, attempt, StepFailed } from './attempt.ts'
import { holdWhilePaused, park } from './park.ts'
import { restAfter } from './pauses.ts'
import type { RunNote } from './run-note.ts'
import { noteRun } from './runs.store.ts'
import { takeSignal } from './signals.store.ts'
import type { Signal, Wait } from './wait.ts'

export interface StepOptions<T> {
  /** What the result tells about the run. */
  note?: ((value: T) => RunNote) | undefined
}

/** What a workflow works with. Everything that it learns or does goes through a step, so that it is known again. */
export interface Run {
  readonly id: string
  /** Does everything but write. */
  readonly isDryRun: boolean
  /**
   * Does something once: after a crash a recorded step gives its result again. A step that was cut short is repeated,
   * so what it writes must bear that. Rests and repeats while an outside system does not answer; in the end a person
   * says when to try again.
   * @throws StepFailed when it cannot succeed
   */
  step<T>(name: string, work: () => Promise<T>, options?: StepOptions<T>): Promise<T>
  /**
   * Changes something through the gate, once per run and arguments, and waits for people where the gate asks them.
   * @throws StepFailed when the tool refuses
   */
  act(name: string, call: Act): Promise<Acted>
  /** Waits without a process; minutes or months. @returns the news, null when the time has come without any */
  wait(wait: Wait): Promise<Signal | null>
  /** The time, recorded. */
  now(): Promise<Date>
  /** Whether this run began with, or has not yet passed, a change of the workflow named so. */
  isPatched(name: string): Promise<boolean>
}

export interface RunFacts {
  id: string
  workflow: string
  isDryRun: boolean
}

/**
 * The view of a run that its workflow gets.
 * @param isPaused whether the workflow is to do nothing for now
 */
export function createRun(ctx: WorkflowsContext, facts: RunFacts, isPaused: () => boolean): Run {
  const { id } = facts
  let waits = 0
  const wait = async (what: Wait): Promise<Signal | null> => {
    const number = waits++
    await park(ctx, id, { wait: what, number })
    const take = () => takeSignal(ctx.db, { runId: id, number, topics: what.topics, step: DBOS.stepID ?? 0 })
    return DBOS.runStep(take, { name: what.name })
  }
  const now = async () =>
    new Date(await DBOS.runStep(async () => ctx.clock.now().toISOString(), { name: 'now' }))
  const run: Run = {
    id,
    isDryRun: facts.isDryRun,
    wait,
    async step<T>(name: string, work: () => Promise<T>, { note }: StepOptions<T> = {}) {
      for (let failed = 1; ; failed++) {
        if (isPaused()) await holdWhilePaused(ctx, id)
        const once = () => attempt(() => doAndNote(ctx, id, { work, note }))
        const outcome = await DBOS.runStep<Attempt<T>>(once, { name })
        if ('value' in outcome) return outcome.value
        if (!outcome.failure.isUpstream) throw new StepFailed(name, outcome.failure)
        await rest(failed, { step: name, ...outcome.failure })
      }
    },
    act: (name, call) => act(ctx, { run, workflow: facts.workflow }, { name, call }),
    now,
    isPatched: (name) => DBOS.patch(name),
  }
  return run

  async function rest(failed: number, why: { step: string; reason: string | null; message: string }) {
    const restMs = restAfter(failed)
    const until = restMs === null ? null : new Date((await now()).getTime() + restMs)
    const { step, reason, message } = why
    await wait({
      name: 'rest',
      reason: { kind: 'retry', step, reason, message, failed, until: until?.toISOString() ?? null },
      topics: ['retry'],
      until,
    })
  }
}

async function doAndNote<T>(
  ctx: WorkflowsContext,
  id: string,
  { work, note }: { work: () => Promise<T> } & StepOptions<T>,
): Promise<T> {
  const value = await work()
  if (note) await noteRun(ctx.db, id, { note: note(value), now: ctx.clock.now() })
  return value
}
