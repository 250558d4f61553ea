import { AppError } from '@hub/contracts'
import { openCalls } from '../call-tool.ts'
import type { WorkflowsContext } from '../context.ts'
import { sentinelName } from './desk/incident-id.ts'

/** Reads with the tools of the Hub in the name of one run. */
export type ReadTool = (name: string, args: Record<string, unknown>) => Promise<unknown>

/**
 * Reads several things over one way to the tools, which is open until all are read.
 * @param runId the run that reads; `watch` for what belongs to none
 */
export async function reading<T>(
  ctx: WorkflowsContext,
  runId: string,
  work: (read: ReadTool) => Promise<T>,
): Promise<T> {
  const actor = { type: 'workflow' as const, name: sentinelName, runId }
  const calls = openCalls(ctx, { actor, locale: 'fr' })
  try {
    return await work(async (name, args) => (await calls.call({ name, arguments: args })).data)
  } finally {
    await calls.close()
  }
}

/** What a read gave, or null when the outside system refuses or is away: less evidence, not a failure. */
export async function readOrNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (err) {
    if (err instanceof AppError) return null
    throw err
  }
}

/** Does `work` for every item, `atOnce` of them at a time; results in their order. */
export async function mapSome<I, O>(
  items: readonly I[],
  { atOnce, work }: { atOnce: number; work: (item: I) => Promise<O> },
): Promise<O[]> {
  const results: O[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index]
      if (item !== undefined) results[index] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return results
}
