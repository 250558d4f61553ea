import { readCString } from './frames.ts'
import type { ListenChange } from './session-commands.ts'

/** Who receives notifications. */
export interface Listener {
  readonly id: number
  send(bytes: Buffer): void
}

/** Hands NotificationResponse messages of the shared backend to the connections that listen to their channel. */
export class NotificationRouter {
  readonly #listeners = new Map<string, Set<Listener>>()

  /** Applies committed LISTEN and UNLISTEN commands. */
  apply(listener: Listener, changes: ListenChange[]): void {
    for (const change of changes) {
      if (change.kind === 'unlisten') this.#remove(listener, change.channel)
      else
        this.#listeners.set(change.channel, (this.#listeners.get(change.channel) ?? new Set()).add(listener))
    }
  }

  forget(listener: Listener): void {
    this.#remove(listener, undefined)
  }

  /** Delivers one message; `senderId` takes the place of the backend's process id, which all connections share. */
  deliver(message: Buffer, senderId: number): void {
    const channel = readCString(message, 9)
    if (!channel) return
    const stamped = Buffer.from(message)
    stamped.writeInt32BE(senderId, 5)
    for (const listener of this.#listeners.get(channel.text) ?? []) listener.send(stamped)
  }

  #remove(listener: Listener, channel: string | undefined): void {
    for (const [name, listeners] of this.#listeners) {
      if (channel === undefined || channel === name) listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(name)
    }
  }
}
