import { setImmediate as nextLoop } from 'node:timers/promises'

// How long turns may follow each other before new requests are read from the sockets.
const readEveryMs = 5

/** Somebody who takes turns on the backend. */
export interface Client {
  /** Called when the client sat idle in a transaction for too long while others waited; it must end itself. */
  evict(): void
  /** Called when its turn failed in a way the backend did not answer for. */
  fail(error: unknown): void
}

/** One turn; resolves to true when the client keeps the backend (a transaction is open). */
export type Turn = () => Promise<boolean>

/**
 * Gives the single backend to one client at a time: round robin, one turn each, whole transactions undivided.
 * `idleInTransactionMs`: how long an idle owner may make others wait.
 */
export class Scheduler {
  readonly #idleInTransactionMs: number
  /** Clients with turns to run, in the order they will be served. */
  readonly #waiting = new Map<Client, Turn[]>()
  #owner: Client | undefined
  #isRunning = false
  #idleSince = 0
  #idleTimer: NodeJS.Timeout | undefined

  constructor(idleInTransactionMs: number) {
    this.#idleInTransactionMs = idleInTransactionMs
  }

  enqueue(client: Client, turn: Turn): void {
    const turns = this.#waiting.get(client)
    if (turns) turns.push(turn)
    else this.#waiting.set(client, [turn])
    if (this.#isRunning) return
    if (this.#owner && this.#owner !== client) this.#watchIdleOwner()
    else void this.#serve()
  }

  /** Forgets the turns that a client has not started. */
  drop(client: Client): void {
    this.#waiting.delete(client)
  }

  /** Runs `work` when no transaction is open. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const client: Client = { evict: () => reject(new Error('evicted')), fail: reject }
      this.enqueue(client, async () => {
        resolve(await work())
        return false
      })
    })
  }

  async #serve(): Promise<void> {
    clearTimeout(this.#idleTimer)
    this.#isRunning = true
    let readAt = performance.now()
    for (let next = this.#take(); next; next = this.#take()) {
      const { client, turn } = next
      try {
        this.#owner = (await turn()) ? client : undefined
      } catch (error) {
        client.fail(error)
        // Its clean-up, if any, must be the very next turn: a transaction may still be open.
        this.#owner = this.#waiting.has(client) ? client : undefined
      }
      if (performance.now() - readAt > readEveryMs) {
        await nextLoop()
        readAt = performance.now()
      }
    }
    this.#isRunning = false
    this.#idleSince = Date.now()
    if (this.#waiting.size > 0) this.#watchIdleOwner()
  }

  #take(): { client: Client; turn: Turn } | undefined {
    const client = this.#owner ?? this.#waiting.keys().next().value
    const turns = client && this.#waiting.get(client)
    const turn = turns?.shift()
    if (!client || !turns || !turn) return undefined
    this.#waiting.delete(client)
    if (turns.length > 0) this.#waiting.set(client, turns) // to the end of the line
    return { client, turn }
  }

  #watchIdleOwner(): void {
    clearTimeout(this.#idleTimer)
    const left = this.#idleSince + this.#idleInTransactionMs - Date.now()
    this.#idleTimer = setTimeout(() => this.#owner?.evict(), Math.max(left, 0))
  }
}
