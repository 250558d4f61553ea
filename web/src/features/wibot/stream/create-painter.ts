/**
 * Passes the first value on at once and then at most one every `everyMs`, always the newest. `finish` passes on
 * what is left. A timer and not an animation frame: a hidden tab goes on.
 */
export function createPainter<T>(paint: (value: T) => void, everyMs: number) {
  let latest: { value: T } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    if (latest === null) return
    paint(latest.value)
    latest = null
    timer = setTimeout(flush, everyMs)
  }
  return {
    paint: (value: T) => {
      latest = { value }
      if (timer === undefined) flush()
    },
    finish: () => {
      clearTimeout(timer)
      flush()
      clearTimeout(timer)
    },
  }
}
