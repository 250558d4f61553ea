import type { Estate } from '@hub/estate'

/** Counts what the demo directory really changed: its own log keeps a thousand writes and is emptied each time. */
export interface DirectoryWrites {
  /** @returns how many were new */
  take(): number
  /** How often an attribute of an entry was changed. */
  of(dn: string, attribute: string): number
  forget(): void
}

export function countDirectoryWrites({ directory: { control } }: Pick<Estate, 'directory'>): DirectoryWrites {
  const seen = new Map<string, number>()
  return {
    take() {
      const done = control.writes().filter(({ code }) => code === 0)
      control.clearWrites()
      for (const { dn, attributes } of done) {
        // "replace unicodePwd": an attribute that is taken out and put in again is changed once.
        const changed = new Set(attributes.map((change) => change.split(' ').at(-1)))
        for (const attribute of changed)
          seen.set(`${dn} ${attribute}`, (seen.get(`${dn} ${attribute}`) ?? 0) + 1)
      }
      return done.length
    },
    of: (dn, attribute) => seen.get(`${dn} ${attribute}`) ?? 0,
    forget: () => seen.clear(),
  }
}
