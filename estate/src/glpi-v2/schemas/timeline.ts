import { columns, date, dropdown, flag, renamed, type Schema } from './schema.ts'

const author = {
  ...dropdown('user', 'users_id', 'User'),
  ...dropdown('user_editor', 'users_id_editor', 'User'),
}
const stamps = { ...date('date_creation'), ...date('date_mod') }

const followup: Schema = {
  itemtype: 'ITILFollowup',
  properties: {
    ...columns('id', 'itemtype', 'items_id', 'content'),
    ...flag('is_private'),
    ...author,
    ...dropdown('request_type', 'requesttypes_id', 'RequestType'),
    ...date('date'),
    ...stamps,
  },
}

const task: Schema = {
  itemtype: 'TicketTask',
  properties: {
    ...columns('id', 'content'),
    ...flag('is_private'),
    ...author,
    ...dropdown('user_tech', 'users_id_tech', 'User'),
    ...dropdown('group_tech', 'groups_id_tech', 'Group'),
    ...date('date'),
    ...stamps,
    ...renamed('duration', 'actiontime'),
    ...columns('state', 'tickets_id'),
  },
}

const solution: Schema = {
  itemtype: 'ITILSolution',
  properties: {
    ...columns('id', 'itemtype', 'items_id', 'content'),
    ...dropdown('type', 'solutiontypes_id', 'SolutionType'),
    ...author,
    ...dropdown('approver', 'users_id_approval', 'User'),
    ...columns('status'),
    ...stamps,
    ...date('date_approval'),
  },
}

/** What a ticket's timeline is made of, by the names of the routes. */
export const timelineSchemas = { Followup: followup, Task: task, Solution: solution } as const
export type TimelineKind = keyof typeof timelineSchemas

export const isTimelineKind = (kind: string): kind is TimelineKind => Object.hasOwn(timelineSchemas, kind)
