import type { Ticket, ToolDescriptor } from '@hub/contracts'
import type { z } from 'zod'
import type { WorkflowsContext } from '../../context.ts'
import type { Run } from '../../engine/run.ts'
import type { TicketModel } from '../model/ask-model.ts'
import { readTool } from '../read-tool.ts'

/** Who gets what the workflow leaves to people; nobody in particular when both are left out. */
export interface SupportSettings {
  technician?: string | undefined
  group?: string | undefined
  /** Reads tickets beside the rules, where one is configured. */
  model?: TicketModel | undefined
}

/** One ticket being handled. */
export interface Desk {
  ctx: WorkflowsContext
  run: Run
  settings: SupportSettings
  ticketId: number
  /** Entries of people that the run has taken into account, as `entryKey` names them. */
  heard: ReadonlySet<string>
  /** What this run has changed so far, by the names of its steps, in order. */
  made: string[]
}

export type TicketFacts = z.infer<typeof Ticket>

/** Reads through a tool, in the name of the run. To be called inside a step. */
export function read<In extends z.ZodObject, Out extends z.ZodType>(
  { ctx, run }: Desk,
  call: { tool: ToolDescriptor<In, Out>; arguments: z.input<In> },
): Promise<z.infer<Out>> {
  return readTool(ctx, { type: 'workflow', name: 'support', runId: run.id }, call)
}
