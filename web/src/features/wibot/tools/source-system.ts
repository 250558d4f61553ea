import { type SystemId, systems, toolCatalog } from '@hub/contracts'

const names: Record<Exclude<SystemId, 'memory'>, string> = {
  glpi: 'GLPI',
  observium: 'Observium',
  ad: 'Active Directory',
}

/** System that a tool reads or changes: from the catalogue, else from the prefix of its name; null when neither says. */
export function systemOf(tool: string): SystemId | null {
  const prefix = tool.split('_')[0]
  return toolCatalog.get(tool)?.system ?? systems.find((system) => system === prefix) ?? null
}

/** Proper name of a system; null for the knowledge base, which has a name in each language. */
export function systemName(system: SystemId): string | null {
  return system === 'memory' ? null : names[system]
}
