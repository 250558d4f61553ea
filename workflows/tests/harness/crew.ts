import type { Draw } from '@hub/kernel/testing'
import type { HubProcess } from './spawn-process.ts'

/** One process that was ended as a power cut would. */
export interface Kill {
  process: string
  when: string
  at: Date
}

/** The place of one process: what takes it again after a kill. */
export interface Seat {
  process: string
  spawn(): Promise<HubProcess>
  /** How often it is the victim, beside the others; 1 unless told. */
  share?: number
  /** Runs already; spawned at the start unless told. */
  running?: HubProcess
}

/** An instant at which one is killed: comes back when it is there. */
export interface Instant {
  when: string
  come(): Promise<unknown>
}

/** The processes of the Hub, as children that are killed and started again. */
export interface Crew {
  kills: Kill[]
  /** Everything that the processes wrote. */
  output(): string
  /** Kills one of them at an instant that is drawn, and starts it again without waiting for it. */
  killOne(): Promise<void>
  /** Waits until all of them run. */
  ready(): Promise<void>
}

/** Starts who does not run yet. */
export async function startCrew({
  draw,
  seats,
  instants,
}: {
  draw: Draw
  seats: readonly Seat[]
  instants: readonly Instant[]
}): Promise<Crew> {
  const kills: Kill[] = []
  const ended: string[] = []
  const places = await Promise.all(
    seats.map(async ({ running, ...seat }) => {
      const process = running ?? (await seat.spawn())
      return { ...seat, current: process, starting: Promise.resolve(process), isUp: true }
    }),
  )
  const victims = () =>
    places.flatMap((place) => (place.isUp ? Array.from({ length: place.share ?? 1 }, () => place) : []))
  return {
    kills,
    output: () => [...ended, ...places.map(({ current }) => current.output())].join('\n'),
    ready: async () => void (await Promise.all(places.map(({ starting }) => starting))),
    async killOne() {
      if (victims().length === 0) await Promise.race(places.map(({ starting }) => starting))
      const place = draw.pick(victims())
      const { when, come } = draw.pick(instants)
      await come()
      const { current, process } = place
      await current.kill()
      ended.push(current.output())
      kills.push({ process, when, at: new Date() })
      place.isUp = false
      place.starting = place.spawn().then((started) => {
        place.current = started
        place.isUp = true
        return started
      })
      // One that does not start is told by ready().
      place.starting.catch(() => undefined)
    },
  }
}
