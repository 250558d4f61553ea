const minute = 60_000

/** Times and counts of the grouping; times in ms. */
export const defaultGroupOptions = {
  /** A first alert waits that long for its recovery and for its neighbours. */
  settleMs: 2 * minute,
  /** Sites that fall within that time may have one cause. */
  sameCauseMs: 10 * minute,
  /** Devices of one site that fall within that time have one cause, whatever hangs from what. */
  sameMomentMs: 3 * minute,
  /** Sites of one provider that make it the provider's outage. */
  providerSites: 3,
  /** Sites and providers that make it nobody's in particular. */
  manySites: 4,
  manyProviders: 3,
  flapWindowMs: 30 * minute,
  flapChanges: 5,
  /** Quiet time after the last recovery before an incident is over. */
  stableMs: 10 * minute,
  flapStableMs: 30 * minute,
  /** After the end of a maintenance window, time for everything to come back. */
  maintenanceGraceMs: 5 * minute,
} as const
export type GroupOptions = { readonly [K in keyof typeof defaultGroupOptions]: number }
