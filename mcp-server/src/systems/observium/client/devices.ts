import { NotFoundError, ValidationError } from '@hub/contracts'
import type { QueryValue } from '@hub/kernel'
import { DeviceRow } from '../schemas.ts'
import type { ObserviumTransport } from './transport.ts'

const fields = Object.keys(DeviceRow.shape).join(',')
const maxCandidates = 5

export interface ObserviumDevices {
  /**
   * The device of that hostname: exact, else whatever the case, else by its sysName.
   * @throws ValidationError `observium.device_ambiguous`, NotFoundError `observium.device_not_found`; both name up to
   * five candidates
   */
  find(name: string, signal?: AbortSignal): Promise<DeviceRow>
}

export function createDevices(transport: ObserviumTransport): ObserviumDevices {
  const rows = (filter: Record<string, QueryValue>, signal?: AbortSignal) =>
    transport.rows({
      collection: 'devices',
      row: DeviceRow,
      query: { ...filter, fields, pagesize: 100, pageno: 1 },
      signal,
    })

  return {
    async find(name, signal) {
      // `%` and `*` are wildcards of the filter and never part of a host name.
      const plain = name.replace(/[%*]/g, '')
      if (plain === '') throw notFound(name, [])
      const byHostname = await rows({ hostname: plain }, signal)
      const exact = byHostname.filter((row) => row.hostname === name)
      const found =
        only(name, exact) ??
        only(
          name,
          byHostname.filter((row) => isSame(row.hostname, name)),
        ) ??
        only(
          name,
          (await rows({ sysname: plain }, signal)).filter((row) => isSame(row.sysName, name)),
        )
      if (found !== undefined) return found
      throw notFound(name, await rows({ hostname: `%${plain}%` }, signal))
    },
  }
}

function isSame(a: string | null, b: string): boolean {
  return a !== null && a.toLowerCase() === b.toLowerCase()
}

/** The single row, or undefined when there is none. */
function only(name: string, rows: DeviceRow[]): DeviceRow | undefined {
  if (rows.length <= 1) return rows[0]
  const candidates = listed(rows)
  throw new ValidationError(`Several devices are called ${name}: ${candidates}. Use the hostname.`, {
    reason: 'observium.device_ambiguous',
    params: { device: name, candidates },
    fields: [{ path: 'device', message: `several devices: ${candidates}` }],
  })
}

function notFound(name: string, near: DeviceRow[]): NotFoundError {
  const candidates = listed(near)
  const hint = candidates === '' ? '' : `. Near: ${candidates}`
  return new NotFoundError(`Observium has no device called ${name}${hint}`, {
    reason: 'observium.device_not_found',
    params: { device: name, candidates },
  })
}

function listed(rows: DeviceRow[]): string {
  const names = rows.map((row) => row.hostname).sort()
  const more = names.length > maxCandidates ? ', ...' : ''
  return names.slice(0, maxCandidates).join(', ') + more
}
