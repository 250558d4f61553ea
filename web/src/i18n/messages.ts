import type { fr } from './fr.ts'

type Widen<T> = { [K in keyof T]: T[K] extends string ? string : Widen<T[K]> }

/** Shape of a catalogue: the French one is the reference, the others have the same keys. */
export type Messages = Widen<typeof fr>
