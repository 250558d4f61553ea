/** A queue of one: each piece of work starts when the one before has ended, whether or not it failed. */
export function exclusive(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const run = last.then(work, work)
    last = run.then(
      () => undefined,
      () => undefined,
    )
    return run
  }
}
