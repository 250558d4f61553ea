/** Operations a fault can be aimed at. */
export type OperationName =
  | 'bind'
  | 'search'
  | 'modify'
  | 'add'
  | 'delete'
  | 'modifyDn'
  | 'compare'
  | 'extended'

/**
 * What goes wrong next. `drop` closes the connection before the operation or after it (done, but unanswered);
 * `delay` answers late; `result` answers any code with its diagnostic instead of doing anything.
 */
export type Fault = (
  | { kind: 'busy' }
  | { kind: 'unavailable' }
  | { kind: 'drop'; when: 'before' | 'after' }
  | { kind: 'delay'; ms: number }
  | { kind: 'result'; code: number; diagnostic: string }
) & {
  /** Only this operation; absent means whichever comes next. */
  operation?: OperationName
  /** Asleep until an operation of this kind has come. */
  after?: OperationName
}

const awake = ({ after: _, ...fault }: Fault): Fault => fault

/** Faults waiting to happen, each once, in the order they were asked for. */
export class FaultQueue {
  #faults: Fault[] = []

  add(fault: Fault): void {
    this.#faults.push(fault)
  }

  clear(): void {
    this.#faults = []
  }

  /** Take the first fault meant for this operation. */
  take(operation: OperationName): Fault | undefined {
    const index = this.#faults.findIndex(
      (fault) => !fault.after && (!fault.operation || fault.operation === operation),
    )
    const taken = index < 0 ? undefined : this.#faults.splice(index, 1)[0]
    this.#faults = this.#faults.map((fault) => (fault.after === operation ? awake(fault) : fault))
    return taken
  }
}
