import { toMarkedText } from '../client/timeline-entry.ts'
import type { GlpiTasks, TaskState } from '../domain/timeline.ts'
import type { V2Parts } from './driver-parts.ts'
import { TaskItem } from './schemas.ts'
import { addToTimeline, listTimeline, toEntries } from './timeline.ts'

/** By their number in GLPI; the labels of its bundled documentation are off by one (protocol section 2.6). */
const states: readonly TaskState[] = ['information', 'todo', 'done']

/** Tasks of tickets (protocol section 2.4). */
export function createTasks({ transport, account }: V2Parts): GlpiTasks {
  return {
    async list(ticketId, depth, signal) {
      const { rows, isComplete } = await listTimeline(transport, {
        ticketId,
        kind: 'Task',
        item: TaskItem,
        depth,
        signal,
      })
      const tasks = (await toEntries(rows, account)).map(({ item, entry }) => ({
        ...entry,
        state: states[item.state] ?? 'information',
        minutes: Math.round((item.duration ?? 0) / 60),
      }))
      return { rows: tasks, isComplete }
    },
    add: ({ ticketId, text, isPrivate, key, state, minutes, technicianId }, signal) => {
      const body = {
        content: toMarkedText(text, key),
        is_private: isPrivate,
        state: states.indexOf(state),
        duration: minutes * 60,
        ...(technicianId !== undefined && { user_tech: technicianId }),
      }
      return addToTimeline(transport, { ticketId, kind: 'Task', body }, signal)
    },
  }
}
