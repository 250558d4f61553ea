import { type Estate, startEstate } from '@hub/estate'
import { expect } from 'vitest'
import { createGlpiClient, createGlpiTools, type GlpiClient } from '../src/systems/glpi/index.ts'
import type { EffectTool, Tool, ToolContext } from '../src/tools/define-tool.ts'

/** The GLPI tools on a demo GLPI, called as the gate calls them but without a gate. */
export interface GlpiBench {
  estate: Estate
  glpi: GlpiClient
  tool(name: string): Tool
  effect(name: string): EffectTool
  /** Parses the arguments as the gate does, runs, and checks the answer against the contract. */
  run(name: string, input: Record<string, unknown>, ctx?: ToolContext): Promise<Ran>
  /** The call that takes a run back, or null. */
  undo(
    name: string,
    input: Record<string, unknown>,
    data: unknown,
  ): ReturnType<NonNullable<EffectTool['undo']>>
  /** A new ticket like number 1234, with nobody on it. Out: its id. */
  newTicket(more: Record<string, string | number | null>): number
  close(): Promise<void>
}

interface Ran {
  data: Record<string, unknown>
  summary: { fr: string; en: string }
}

/** What a tool gets when it runs. */
export const context = (more: Partial<ToolContext> = {}): ToolContext => ({
  signal: new AbortController().signal,
  now: new Date(),
  ...more,
})

export async function openGlpiBench(
  settings: Partial<Parameters<typeof createGlpiClient>[0]> = {},
): Promise<GlpiBench> {
  const estate = await startEstate()
  const glpi = createGlpiClient({ ...estate.glpi, timeoutMs: 5_000, ...settings })
  const tools = new Map(createGlpiTools(glpi).map((tool) => [tool.descriptor.name, tool]))
  const tool = (name: string) => {
    const found = tools.get(name)
    if (found === undefined) throw new Error(`no tool ${name}`)
    return found
  }
  const effect = (name: string) => {
    const found = tool(name)
    if (found.kind !== 'effect') throw new Error(`${name} has no effect`)
    return found
  }
  return {
    estate,
    glpi,
    tool,
    effect,
    async run(name, input, ctx = context()) {
      const { descriptor, run } = tool(name)
      const result = await run(descriptor.input.parse(input), ctx)
      expect(descriptor.output.parse(result.data)).toEqual(result.data)
      return { data: result.data as Record<string, unknown>, summary: result.summary }
    },
    undo(name, input, data) {
      const { descriptor, undo } = effect(name)
      if (undo === undefined) throw new Error(`${name} cannot be undone`)
      return undo(descriptor.input.parse(input), data)
    },
    newTicket(more) {
      const sample = estate.glpi.row('Ticket', 1234)
      return estate.glpi.insert('Ticket', { ...sample, id: null, name: 'Écran noir', ...more }).id
    },
    async close() {
      await glpi.close()
      await estate.close()
    },
  }
}

/** Runs, verifies and looks back; what it gives can take the run back by the call that the tool names. */
export async function runAndUndo(bench: GlpiBench, name: string, input: Record<string, unknown>) {
  const effect = bench.effect(name)
  const args = effect.descriptor.input.parse(input)
  const startedAt = new Date()
  const { data, summary } = await bench.run(name, input)
  const verification = await effect.verify(args, { data, startedAt }, context())
  const reconciled = await effect.reconcile(args, startedAt, context())
  const call = bench.undo(name, input, data)
  return {
    data,
    summary,
    verification: verification.status,
    reconciled,
    call,
    takeBack: async () => (call === null ? null : (await bench.run(call.toolName, call.arguments)).data),
  }
}
