/** The value of a datetime-local input for an instant, in the zone of the reader. */
export function toLocalInput(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** The instant of a datetime-local input in the zone of the reader; undefined while it is not complete. */
export function fromLocalInput(value: string): Date | undefined {
  const at = new Date(value)
  return value === '' || Number.isNaN(at.getTime()) ? undefined : at
}
