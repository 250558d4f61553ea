import type { HubEvent } from '@hub/contracts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { EventBus } from './event-bus.ts'

function event(id: number): HubEvent {
  return { type: 'safeguard:new_request', id, at: '2026-01-12T09:00:00.000Z', data: { approvalId: 'APR-1' } }
}

/**
 * What every event bus promises; both implementations run it.
 * @param open a new bus; buses opened by the same `open` see each other's events when `isShared`
 */
export function describeBusContract(name: string, open: () => EventBus, isShared: boolean): void {
  describe(`event bus: ${name}`, () => {
    const opened: EventBus[] = []
    const start = async () => {
      const bus = open()
      opened.push(bus)
      await vi.waitFor(() => expect(bus.isUp()).toBe(true), { timeout: 5_000 })
      return bus
    }
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((bus) => bus.close()))
    })

    it('delivers events in order to every subscriber', async () => {
      const bus = await start()
      const [a, b]: [number[], number[]] = [[], []]
      bus.subscribe({ onEvent: (received) => void a.push(received.id) })
      bus.subscribe({ onEvent: (received) => void b.push(received.id) })
      for (let id = 1; id <= 50; id += 1) await bus.publish(event(id))
      const expected = Array.from({ length: 50 }, (_, index) => index + 1)
      await vi.waitFor(() => expect([a, b]).toEqual([expected, expected]))
    })

    it('keeps the data of an event', async () => {
      const bus = await start()
      const seen: HubEvent[] = []
      bus.subscribe({ onEvent: (received) => void seen.push(received) })
      await bus.publish(event(7))
      await vi.waitFor(() => expect(seen).toEqual([event(7)]))
    })

    it('a failing subscriber does not stop the others', async () => {
      const bus = await start()
      const seen: number[] = []
      bus.subscribe({
        onEvent: () => {
          throw new Error('broken subscriber')
        },
      })
      bus.subscribe({ onEvent: (received) => void seen.push(received.id) })
      await bus.publish(event(1))
      await vi.waitFor(() => expect(seen).toEqual([1]))
    })

    it('an ended subscription receives nothing more', async () => {
      const bus = await start()
      const seen: number[] = []
      const end = bus.subscribe({ onEvent: (received) => void seen.push(received.id) })
      const other: number[] = []
      bus.subscribe({ onEvent: (received) => void other.push(received.id) })
      end()
      await bus.publish(event(1))
      await vi.waitFor(() => expect(other).toEqual([1]))
      expect(seen).toEqual([])
    })

    it('publishing on a closed bus does not throw', async () => {
      const bus = await start()
      await bus.close()
      await expect(bus.publish(event(1))).resolves.toBeUndefined()
      expect(bus.isUp()).toBe(false)
    })

    if (isShared)
      it('reaches the other processes', async () => {
        const [one, two] = [await start(), await start()]
        const seen: number[] = []
        two.subscribe({ onEvent: (received) => void seen.push(received.id) })
        await one.publish(event(3))
        await vi.waitFor(() => expect(seen).toEqual([3]))
      })
  })
}
