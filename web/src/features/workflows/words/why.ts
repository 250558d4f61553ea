import type { RunProblem } from '@hub/contracts'

/** Why something failed, as far as it can be told in words of our own; else as it was said. */
export type Why =
  | { kind: 'unreachable' | 'busy' | 'odd'; system: string | null }
  | { kind: 'fault' }
  | { kind: 'said'; message: string }

const unreachable = new Set([
  'upstream.unreachable',
  'upstream.timeout',
  'upstream.circuit_open',
  'tool.timeout',
])
const odd = new Set(['glpi.error', 'observium.error'])
const systems = ['GLPI', 'Observium', 'LibreNMS', 'Active Directory', 'SAFEGUARD', 'MCP', 'Redis']

/** Reads the reason of a failure; `params.system` names the system where the record has it, else the message does. */
export function whyOf({
  reason,
  message,
  params = {},
}: Pick<RunProblem, 'reason' | 'message'> & { params?: RunProblem['params'] }): Why {
  const system = typeof params.system === 'string' ? params.system : systemIn(message)
  if (reason === 'run.fault') return { kind: 'fault' }
  if (reason === null) return { kind: 'said', message }
  if (unreachable.has(reason)) return { kind: 'unreachable', system }
  if (reason === 'upstream.busy') return { kind: 'busy', system }
  if (reason.startsWith('upstream.') || odd.has(reason)) return { kind: 'odd', system }
  return { kind: 'said', message }
}

function systemIn(message: string): string | null {
  return systems.find((name) => message.includes(name)) ?? null
}
