/** Remembers the ids that came by: all above a floor that moves up, and as many below it as told. */
export class RecentIds {
  readonly #ids = new Set<number>()
  readonly #limit: number
  #floor = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** @returns true when the id is new */
  add(id: number): boolean {
    if (this.#ids.has(id)) return false
    this.#ids.add(id)
    this.#forget()
    return true
  }

  /** From now on ids up to `floor` may be forgotten, the oldest first. */
  settle(floor: number): void {
    this.#floor = floor
    this.#forget()
  }

  #forget(): void {
    for (const id of this.#ids) {
      if (this.#ids.size <= this.#limit || id > this.#floor) return
      this.#ids.delete(id)
    }
  }
}
