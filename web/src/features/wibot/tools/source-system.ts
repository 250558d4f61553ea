import { type SystemId, systems, toolCatalog } from '@hub/contracts'
import type { TFunction } from 'i18next'

const names: Record<Exclude<SystemId, 'memory' | 'mail'>, string> = {
  glpi: 'GLPI',
  observium: 'Observium',
  ad: 'Active Directory',
  safeguard: 'SAFEGUARD',
}

/** System that a tool reads or changes: from the catalogue, else from the prefix of its name; null when neither says. */
export function systemOf(tool: string): SystemId | null {
  const prefix = tool.split('_')[0]
  return toolCatalog.get(tool)?.system ?? systems.find((system) => system === prefix) ?? null
}

/** Name of a system: its proper name, or the one that it has in the reader's language. */
export function systemName(system: SystemId, t: TFunction<'wibot'>): string {
  return system === 'memory' || system === 'mail' ? t(`tool.${system}`) : names[system]
}
