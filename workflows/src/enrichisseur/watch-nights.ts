import type { WorkflowsContext } from '../context.ts'
import type { NewRun } from '../engine/runs.store.ts'
import { hasRun, readProgress } from './enrich.store.ts'
import { lastNight, parseNightTime } from './last-night.ts'

const lookMs = 60_000

/**
 * Starts one run a night, whatever the number of processes; a night when nobody was there is made up for, except
 * before the first one.
 * @param options.at local time such as "02:30"
 * @returns what ends it, after the look in hand
 * @throws RangeError for what is no time of the day
 */
export function watchNights(
  ctx: WorkflowsContext,
  start: (run: NewRun) => Promise<void>,
  { at = '02:30', timeZone = 'Europe/Paris' }: { at?: string; timeZone?: string } = {},
): () => Promise<void> {
  const time = parseNightTime(at, timeZone)
  const since = ctx.clock.now()
  const look = async () => {
    const night = lastNight(ctx.clock.now(), time)
    const id = `enrichisseur:${night.date}`
    if (await hasRun(ctx.db, id)) return
    if (night.at < since && (await readProgress(ctx.db)) === null) return
    await start({
      id,
      workflow: 'enrichisseur',
      title: `Enrichissement du ${night.date}`,
      input: { trigger: 'night' },
    })
  }
  let inHand: Promise<void> | undefined
  const tick = () => {
    inHand ??= look()
      .catch((err: unknown) => ctx.log.error({ err }, 'the nightly enrichment could not be started'))
      .finally(() => {
        inHand = undefined
      })
  }
  tick()
  const timer = setInterval(tick, lookMs)
  return async () => {
    clearInterval(timer)
    await inHand
  }
}
