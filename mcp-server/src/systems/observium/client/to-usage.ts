import type { ProcessorUse, SpaceUse } from '../driver.ts'
import type { MempoolRow, ProcessorRow, StorageRow } from './columns.ts'
import { plainLine } from './plain-line.ts'

/** The load of a processor; none when it was not measured. Pure, as are the others here. */
export function toProcessor({ processor_descr, processor_usage }: ProcessorRow): ProcessorUse[] {
  if (processor_usage === null) return []
  return [{ name: plainLine(processor_descr) ?? 'CPU', usagePercent: percent(processor_usage) }]
}

export function toMemory({ mempool_descr, mempool_perc, mempool_total }: MempoolRow): SpaceUse[] {
  return toSpace(mempool_descr ?? 'Memory', mempool_perc, mempool_total)
}

export function toStorage({ storage_descr, storage_perc, storage_size }: StorageRow): SpaceUse[] {
  return toSpace(storage_descr ?? 'Storage', storage_perc, storage_size)
}

function toSpace(name: string, used: number | null, totalBytes: number | null): SpaceUse[] {
  return used === null ? [] : [{ name: plainLine(name) ?? name, usedPercent: percent(used), totalBytes }]
}

/** A percentage within 0 and 100. */
function percent(value: number): number {
  return Math.min(100, Math.max(0, value))
}
