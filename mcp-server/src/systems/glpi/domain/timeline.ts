/** An entry of the thread of a ticket. Text is plain, the instant ISO 8601 in UTC. */
export interface TimelineEntry {
  id: number
  /** 0 when nobody is known. */
  authorId: number
  at: string | null
  /** Without the marker of the Hub. */
  text: string
  isPrivate: boolean
  /** Key of the marker of the Hub; always null on what another account wrote, whatever its text says. */
  key: string | null
}

export type Followup = TimelineEntry

export interface Task extends TimelineEntry {
  state: TaskState
  /** Time spent, in minutes. */
  minutes: number
}
export type TaskState = 'information' | 'todo' | 'done'

/** Solutions carry no marker: the client reads them. */
export interface Solution {
  id: number
  authorId: number
  at: string | null
  text: string
  status: 'waiting' | 'accepted' | 'refused' | 'other'
  /** Written by the Hub's own account. */
  isOwn: boolean
}

export interface EntryList<T> {
  /** Newest first. */
  rows: T[]
  isComplete: boolean
}

export interface NewEntry {
  ticketId: number
  /** Plain text. */
  text: string
  isPrivate: boolean
  /** Kept in the text as the marker of the Hub. */
  key: string
}

/** How much of a thread to read: its newest 200 entries, or everything. */
export type ListDepth = 'newest' | 'all'

/** A write is sent once and throws when its answer is lost: the caller looks whether it happened. */
export interface GlpiFollowups {
  list(ticketId: number, depth: ListDepth, signal?: AbortSignal): Promise<EntryList<Followup>>
  /** Out: the id of the new followup. @throws ConflictError `glpi.refused` */
  add(followup: NewEntry, signal?: AbortSignal): Promise<number>
}

export interface NewTask extends NewEntry {
  state: TaskState
  minutes: number
  /** Who is to do it. */
  technicianId?: number | undefined
}

export interface GlpiTasks {
  list(ticketId: number, depth: ListDepth, signal?: AbortSignal): Promise<EntryList<Task>>
  /** Out: the id of the new task. @throws ConflictError `glpi.refused` */
  add(task: NewTask, signal?: AbortSignal): Promise<number>
}

export interface GlpiSolutions {
  /** All solutions of a ticket. */
  list(ticketId: number, signal?: AbortSignal): Promise<EntryList<Solution>>
  /**
   * Records a solution (plain text); GLPI then holds the ticket as solved, or closed at once. Out: its id.
   * @throws ConflictError `glpi.refused` when the ticket is already solved
   */
  add(solution: { ticketId: number; text: string }, signal?: AbortSignal): Promise<number>
}
