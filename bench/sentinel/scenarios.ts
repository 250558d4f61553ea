import { fresh } from './fresh.ts'
import { heldInside } from './held-inside.ts'
import { heldOurs } from './held-ours.ts'
import { heldOutages } from './held-outages.ts'
import type { Scenario } from './scenario.ts'
import { tuningInside } from './tuning-inside.ts'
import { tuningOurs } from './tuning-ours.ts'
import { tuningProviders } from './tuning-providers.ts'
import { tuningSites } from './tuning-sites.ts'

/**
 * The labelled replays: those the rules were tuned on, and those kept aside until then,
 * and later ones. */
export const scenarioSets: Record<'tuning' | 'held' | 'fresh', readonly Scenario[]> = {
  tuning: [...tuningSites, ...tuningProviders, ...tuningInside, ...tuningOurs],
  held: [...heldOutages, ...heldInside, ...heldOurs],
  fresh,
}
