import { type Actor, hasAccreditation, neededToCall, ToolOutcome, toolMeta } from '@hub/contracts'
import type { Tool as McpTool } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import type { Tool } from '../tools/define-tool.ts'

/** The tools an actor can call or ask for, as `tools/list` publishes them. */
export function listTools(registry: ReadonlyMap<string, Tool>, actor: Actor): McpTool[] {
  return [...registry.values()].filter((tool) => isOffered(tool, actor)).map(describeTool)
}

function isOffered({ descriptor }: Tool, actor: Actor): boolean {
  if (actor.type === 'system') return false
  if (actor.type === 'workflow') return true
  return hasAccreditation(actor.accreditation, neededToCall[descriptor.level])
}

function describeTool({ descriptor }: Tool): McpTool {
  const output = ToolOutcome.extend({ data: descriptor.output.optional() })
  return {
    name: descriptor.name,
    title: descriptor.titles.en,
    description: descriptor.description,
    inputSchema: objectSchema(descriptor.input, 'input'),
    outputSchema: objectSchema(output, 'output'),
    annotations: descriptor.annotations,
    _meta: { [toolMeta.level]: descriptor.level, [toolMeta.titles]: descriptor.titles },
  }
}

function objectSchema(schema: z.ZodType, io: 'input' | 'output'): McpTool['inputSchema'] {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io, unrepresentable: 'any' })
  return { ...json, type: 'object' } as McpTool['inputSchema']
}
