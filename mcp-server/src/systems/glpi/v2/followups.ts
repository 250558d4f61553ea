import { toMarkedText } from '../client/timeline-entry.ts'
import type { GlpiFollowups } from '../domain/timeline.ts'
import type { V2Parts } from './driver-parts.ts'
import { FollowupItem } from './schemas.ts'
import { addToTimeline, listTimeline, toEntries } from './timeline.ts'

/** Followups of tickets (protocol section 2.4). */
export function createFollowups({ transport, account }: V2Parts): GlpiFollowups {
  return {
    async list(ticketId, depth, signal) {
      const request = { ticketId, kind: 'Followup', item: FollowupItem, depth, signal } as const
      const { rows, isComplete } = await listTimeline(transport, request)
      return { rows: (await toEntries(rows, account)).map(({ entry }) => entry), isComplete }
    },
    add: ({ ticketId, text, isPrivate, key }, signal) => {
      const body = { content: toMarkedText(text, key), is_private: isPrivate }
      return addToTimeline(transport, { ticketId, kind: 'Followup', body }, signal)
    },
  }
}
