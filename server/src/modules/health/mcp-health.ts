import { signAssertion } from '@hub/kernel'
import { z } from 'zod'
import type { ServerContext } from '../../context.ts'
import type { HealthProbe } from './probe-once.ts'

const SystemReport = z.object({
  systems: z.record(
    z.string(),
    z.object({ ok: z.boolean(), isConfigured: z.boolean(), detail: z.string().nullable() }),
  ),
})

/** Asks the MCP server, which alone can reach the outside systems, how they are. */
async function readSystems(ctx: ServerContext, signal: AbortSignal): Promise<z.infer<typeof SystemReport>> {
  const url = new URL('/health/systems', ctx.env.MCP_SERVER_URL)
  const actor = { type: 'system' as const, name: 'server' }
  const token = signAssertion(ctx.env.MCP_ASSERTION_SECRET, { actor, locale: 'fr' })
  const answer = await fetch(url, { signal, headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`MCP server answered HTTP ${answer.status}`)
  return SystemReport.parse(await answer.json())
}

export function probeMcp(ctx: ServerContext): HealthProbe {
  return async (signal) => {
    await readSystems(ctx, signal)
    return { state: 'up', detail: null }
  }
}

/** One outside system; one that the Hub is set up without is neither up nor down. */
export function probeSystem(ctx: ServerContext, system: 'glpi' | 'observium' | 'ad' | 'mail'): HealthProbe {
  return async (signal) => {
    const seen = (await readSystems(ctx, signal)).systems[system]
    if (seen?.isConfigured === false) return { state: 'unconfigured', detail: null }
    return seen?.ok ? { state: 'up', detail: null } : { state: 'down', detail: seen?.detail ?? 'no report' }
  }
}
