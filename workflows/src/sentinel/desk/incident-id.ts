/** Name of the workflow of an incident, for people and for the engine. */
export const sentinelName = 'sentinel'

/** `INC-2026-000123`: the year in which it was opened and the number of its opening. */
export function incidentId(number: number, now: Date): string {
  return `INC-${now.getUTCFullYear()}-${String(number).padStart(6, '0')}`
}

/** The run that takes care of an incident. */
export const runIdOf = (incidentId: string): string => `${sentinelName}:${incidentId}`
