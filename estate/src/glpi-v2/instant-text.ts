const offset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' })

/** `YYYY-MM-DD HH:MM:SS` of the demo servers (Europe/Paris) as `YYYY-MM-DDTHH:MM:SS+02:00`. */
export function toInstantText(local: string): string {
  const near = new Date(`${local.replace(' ', 'T')}+01:00`)
  const zone = offset.formatToParts(near).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT+01:00'
  return `${local.replace(' ', 'T')}${zone.replace('GMT', '')}`
}

/** The other way round, for dates that a client sends. Undefined when it is not a date. */
export function toLocalDate(instant: string): Date | undefined {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? undefined : date
}
