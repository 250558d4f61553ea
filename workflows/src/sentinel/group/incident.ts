import type { LocalizedText } from '@hub/contracts'
import type { Alert } from '../alerts/alert.ts'
import { topicOf } from '../alerts/alert-topic.ts'
import type { Cause } from './cause.ts'
import { deviceNamed, siteNamed, type Topology } from './topology.ts'

/** An incident as the grouping needs it: its cause and every notification that joined it. */
export interface OpenIncident {
  id: string
  cause: Cause
  openedAt: string
  isFlapping: boolean
  alerts: readonly Alert[]
}

/** A planned work: everything, a site or a device; `by` says whose. */
export interface MaintenanceWindow {
  id: string
  from: string
  to: string
  sites?: readonly string[]
  devices?: readonly string[]
  by: 'us' | 'provider' | 'client'
}

/** The rule that decided, with its sentence for people. */
export interface NamedRule extends LocalizedText {
  name: string
}

/** When the first notification of an incident was made, in ms. */
export function startOf(alerts: readonly Alert[]): number {
  return alerts.reduce((first, { at }) => Math.min(first, Date.parse(at)), Number.POSITIVE_INFINITY)
}

/** Names of the sites that an incident touches, each once. */
export function sitesOf(alerts: readonly Alert[], topology: Topology): string[] {
  const names = alerts.flatMap(({ device }) => deviceNamed(topology, device.hostname)?.site ?? [])
  return [...new Set(names)]
}

/**
 * Names of the clients behind those sites, each once; our own premises are no client, and what our monitoring says of
 * itself concerns none, whatever device it was noticed at.
 */
export function clientsOf(alerts: readonly Alert[], topology: Topology): string[] {
  const ofClients = alerts.filter((alert) => topicOf(alert) !== 'poller')
  const sites = sitesOf(ofClients, topology).flatMap((name) => siteNamed(topology, name) ?? [])
  return [...new Set(sites.filter(({ isOurs }) => isOurs !== true).map(({ client }) => client))]
}

/** True for a name that GLPI knows: a site of which nobody knows the client stands for it under its own name. */
export function isKnownClient(client: string, topology: Topology): boolean {
  return topology.sites.some((site) => site.client === client && site.name !== client)
}
