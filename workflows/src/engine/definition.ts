import type { NewEvent } from '@hub/prisma'
import type { z } from 'zod'
import type { EndedRun } from './ended-run.ts'
import type { Run } from './run.ts'
import type { RunNote } from './run-note.ts'

/** One kind of workflow: a plain function of recorded steps, which may be killed between any two of them. */
export interface WorkflowDefinition {
  /** Stable: runs that an earlier version of the Hub has started are found by it. */
  name: string
  /** @returns the last facts of the run */
  body(run: Run, input: unknown): Promise<RunNote>
  /** What its end tells beside that it failed; recorded in the transaction of the end. */
  events?: ((run: EndedRun) => NewEvent[]) | undefined
}

/** A workflow whose input is checked when a run of it begins. */
export function defineWorkflow<I>(definition: {
  name: string
  input: z.ZodType<I>
  body(run: Run, input: I): Promise<RunNote>
  events?: (run: EndedRun) => NewEvent[]
}): WorkflowDefinition {
  const { name, input, body, events } = definition
  return { name, body: (run, value) => body(run, input.parse(value)), events }
}
