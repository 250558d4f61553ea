import type { Alert } from '../alerts/alert.ts'
import type { MaintenanceWindow } from './incident.ts'
import { deviceNamed, isBehind, sameName, type Topology } from './topology.ts'

/** The planned work during which an alert was made, if any: of everything, of its site, its device or one above it. */
export function maintenanceOf(
  alert: Alert,
  { windows, topology }: { windows: readonly MaintenanceWindow[]; topology: Topology },
): MaintenanceWindow | undefined {
  const at = Date.parse(alert.at)
  return windows.find(
    (window) =>
      Date.parse(window.from) <= at && at <= Date.parse(window.to) && covers(window, { alert, topology }),
  )
}

function covers(
  { sites, devices }: MaintenanceWindow,
  { alert, topology }: { alert: Alert; topology: Topology },
): boolean {
  if (sites === undefined && devices === undefined) return true
  const { hostname } = alert.device
  const site = deviceNamed(topology, hostname)?.site
  if (sites?.some((name) => sameName(name, site))) return true
  return (devices ?? []).some((name) => sameName(name, hostname) || isBehind(topology, hostname, name))
}
