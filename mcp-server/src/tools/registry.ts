import { isAtLeastLevel, toolCatalog } from '@hub/contracts'
import type { Tool } from './define-tool.ts'
import { limitTool } from './limit-tool.ts'

/**
 * The tools by name, each of which ends in time. Refuses to start when they are not exactly those of the catalogue,
 * or when one from L2 up lacks what the gate needs.
 */
export function createRegistry(tools: Tool[]): ReadonlyMap<string, Tool> {
  const registry = new Map<string, Tool>()
  for (const tool of tools) {
    const { name, level, targetFacts = [] } = tool.descriptor
    if (registry.has(name)) throw new Error(`tool ${name} is registered twice`)
    if (toolCatalog.get(name) !== tool.descriptor) throw new Error(`tool ${name} is not in the catalogue`)
    const isEffect = isAtLeastLevel(level, 'L2')
    if (isEffect !== (tool.kind === 'effect'))
      throw new Error(`tool ${name} of level ${level} has the wrong kind`)
    if (isEffect !== targetFacts.length > 0)
      throw new Error(`tool ${name} of level ${level} has ${isEffect ? 'no ' : ''}facts of a target`)
    registry.set(name, limitTool(tool))
  }
  const missing = [...toolCatalog.keys()].filter((name) => !registry.has(name))
  if (missing.length > 0) throw new Error(`tools without code: ${missing.join(', ')}`)
  return registry
}
