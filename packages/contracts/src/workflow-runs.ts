import { z } from 'zod'
import { LongPageQuery, pageOf } from './page.ts'

export const workflowNames = ['support', 'sentinel', 'enrichisseur'] as const
export const WorkflowName = z.enum(workflowNames)
export type WorkflowName = z.infer<typeof WorkflowName>

/** Workflows that do a part of another one's work: they are switched, counted and listed with it. */
export const workflowParts: Readonly<Record<string, WorkflowName>> = { 'sentinel-mail': 'sentinel' }

/** @returns the workflow whose switch counts for the runs of this one; itself unless it is a part */
export function switchOf(workflow: string): string {
  return workflowParts[workflow] ?? workflow
}

/**
 * `waiting` goes on by itself; `parked` has used up its tries and waits for a person; `handed_over` is a person's now.
 */
export const RunState = z.enum([
  'queued',
  'running',
  'waiting',
  'parked',
  'done',
  'failed',
  'cancelled',
  'handed_over',
])
export type RunState = z.infer<typeof RunState>

/** What a run waits for: `kind` tells what the other fields are. */
export const RunWait = z.looseObject({ kind: z.string() })
export type RunWait = z.infer<typeof RunWait>

/** Why a run failed: `reason` is a key of the message catalogue. */
export const RunProblem = z.object({
  step: z.string().nullable(),
  message: z.string(),
  reason: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type RunProblem = z.infer<typeof RunProblem>

export const WorkflowRunSummary = z
  .object({
    id: z.string(),
    workflow: z.string(),
    title: z.string(),
    state: RunState,
    /** Did everything but write. */
    isDryRun: z.boolean(),
    ticketId: z.number().int().nullable(),
    clientName: z.string().nullable(),
    phase: z.string().nullable(),
    category: z.string().nullable(),
    verdict: z.string().nullable(),
    confidence: z.number().nullable(),
    autoResolved: z.boolean().nullable(),
    waitingFor: RunWait.nullable(),
    waitUntil: z.iso.datetime().nullable(),
    problem: RunProblem.nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WorkflowRunSummary' })
export type WorkflowRunSummary = z.infer<typeof WorkflowRunSummary>

/** Newest first. */
export const WorkflowRuns = pageOf(WorkflowRunSummary).meta({ id: 'WorkflowRuns' })
export type WorkflowRuns = z.infer<typeof WorkflowRuns>

export const RunsQuery = LongPageQuery.extend({
  workflow: WorkflowName.optional(),
  /** `open`: all that have not ended. */
  state: z.enum([...RunState.options, 'open']).optional(),
  /** Part of a title or client, or the number of a ticket. */
  search: z.string().trim().min(1).max(100).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
}).strict()
export type RunsQuery = z.infer<typeof RunsQuery>

/** One recorded step: what it gave, shortened and without secrets. */
export const RunStep = z
  .object({
    number: z.number().int(),
    name: z.string(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    result: z.unknown(),
    failure: z.object({ message: z.string(), reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'RunStep' })
export type RunStep = z.infer<typeof RunStep>

/** What a person wanted done with a run. */
export const RunCommand = z
  .object({
    id: z.string(),
    kind: z.enum(['cancel', 'retry', 'hand_over']),
    step: z.number().int().nullable(),
    reason: z.string().nullable(),
    by: z.string(),
    at: z.iso.datetime(),
    doneAt: z.iso.datetime().nullable(),
    problem: z.string().nullable(),
  })
  .meta({ id: 'RunCommand' })
export type RunCommand = z.infer<typeof RunCommand>

/** A notification of the monitoring that belongs to a run. */
export const RunAlert = z
  .object({
    id: z.string(),
    source: z.string(),
    title: z.string().nullable(),
    device: z.string().nullable(),
    receivedAt: z.iso.datetime(),
  })
  .meta({ id: 'RunAlert' })
export type RunAlert = z.infer<typeof RunAlert>

export const WorkflowRunDetail = WorkflowRunSummary.extend({
  input: z.unknown(),
  facts: z.record(z.string(), z.unknown()),
  steps: z.array(RunStep),
  commands: z.array(RunCommand),
  /** Newest first, the newest hundred. */
  alerts: z.array(RunAlert),
}).meta({ id: 'WorkflowRunDetail' })
export type WorkflowRunDetail = z.infer<typeof WorkflowRunDetail>

/** N3 and above; kept in the audit. `step` is where a retry begins, where it failed unless told. */
export const SteerRun = z
  .object({
    kind: RunCommand.shape.kind,
    step: z.number().int().min(0).optional(),
    reason: z.string().trim().min(3).max(500).optional(),
  })
  .strict()
  .meta({ id: 'SteerRun' })
export type SteerRun = z.infer<typeof SteerRun>

/** How a workflow is switched: paused starts nothing and rests before the next step; on trial writes nothing. */
export const WorkflowSwitch = z
  .object({
    workflow: WorkflowName,
    isPaused: z.boolean(),
    isDryRun: z.boolean(),
    changedBy: z.string().nullable(),
    changedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WorkflowSwitch' })
export type WorkflowSwitch = z.infer<typeof WorkflowSwitch>

export const WorkflowSwitches = z
  .object({
    items: z.array(WorkflowSwitch),
    /** How many runs have not ended, and how many of these a person has to start again. */
    runs: z.record(WorkflowName, z.object({ open: z.number().int(), parked: z.number().int() })),
    /** Processes that run workflows and told of themselves within half a minute. */
    workers: z.number().int(),
    /** When a worker last told of itself; null when none did within a day, or all ended as they were asked to. */
    workerSeenAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WorkflowSwitches' })
export type WorkflowSwitches = z.infer<typeof WorkflowSwitches>

export const SetWorkflowSwitch = z
  .object({ isPaused: z.boolean().optional(), isDryRun: z.boolean().optional() })
  .strict()
  .refine((change) => Object.keys(change).length > 0, { message: 'names no switch' })
  .meta({ id: 'SetWorkflowSwitch' })
export type SetWorkflowSwitch = z.infer<typeof SetWorkflowSwitch>

/** A run that a person has asked for; a worker begins it within seconds. */
export const StartedWorkflowRun = z.object({ id: z.string() }).meta({ id: 'StartedWorkflowRun' })
export type StartedWorkflowRun = z.infer<typeof StartedWorkflowRun>
