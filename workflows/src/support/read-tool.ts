import type { ToolDescriptor, WorkflowActor } from '@hub/contracts'
import type { z } from 'zod'
import { callTool } from '../call-tool.ts'
import type { WorkflowsContext } from '../context.ts'

/**
 * What a reading tool answers, by its contract.
 * @throws AppError as the tool does
 */
export async function readTool<In extends z.ZodObject, Out extends z.ZodType>(
  ctx: WorkflowsContext,
  actor: WorkflowActor,
  call: { tool: ToolDescriptor<In, Out>; arguments: z.input<In> },
): Promise<z.infer<Out>> {
  const { tool, arguments: given } = call
  const { data } = await callTool(ctx, { actor, locale: 'fr' }, { name: tool.name, arguments: { ...given } })
  return tool.output.parse(data)
}
