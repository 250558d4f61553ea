import { day, hour, minute } from '../../clock.ts'
import type { Equipment } from '../../data/equipment.ts'
import { toHtml } from '../../data/html.ts'
import type { Random } from '../../data/random.ts'
import { drawRequester, fillSlots, type Requester, writeLetter } from '../../data/requester.ts'
import { stories } from '../../data/stories/all.ts'
import type { Exchange, Story } from '../../data/stories/story.ts'

/** A ticket before it has an id, with its thread. Times are Unix ms. */
export interface TicketDraft {
  requester: Requester
  story: Pick<Story, 'category' | 'type' | 'urgency'>
  status: 1 | 2 | 3 | 4 | 5 | 6
  title: string
  content: string
  openedAt: number
  takenAt: number | null
  thread: readonly (Exchange & { at: number })[]
  task: string | null
  solution: { text: string; at: number } | null
  isAnonymous: boolean
  /** Address of an anonymous sender; the reception of the client unless told. */
  from?: string
}

/** A working moment `daysAgo` days before now: a weekday between 7:30 and 17:30. */
function workingMoment(now: number, daysAgo: number, random: Random): number {
  const midnight = Math.floor((now - daysAgo * day) / day) * day
  const weekday = new Date(midnight).getUTCDay()
  const backToFriday = weekday === 0 ? 2 * day : weekday === 6 ? day : 0
  return midnight - backToFriday + 6.5 * hour + random.int(0, 600) * minute
}

interface Setting {
  random: Random
  equipment: readonly Equipment[]
  now: number
}

/** A state that suits the story: planned needs a task, pending a question to the requester. */
function suitingStatus(story: Story, wanted: TicketDraft['status']): TicketDraft['status'] {
  const asks = story.threads.some((thread) => thread.some(isQuestion))
  return (wanted === 3 && story.task === undefined) || (wanted === 4 && !asks) ? 2 : wanted
}

const isQuestion = ({ by, isPrivate }: Exchange) => by === 'technician' && !isPrivate

/** What has been said so far: nothing on a new ticket, up to the open question on a pending one. */
function threadOf(story: Story, status: TicketDraft['status'], random: Random): readonly Exchange[] {
  if (status === 1) return []
  if (status !== 4) return random.pick(story.threads)
  const thread = random.pick(story.threads.filter((candidate) => candidate.some(isQuestion)))
  return thread.slice(0, thread.findIndex(isQuestion) + 1)
}

function draftOf(setting: Setting, daysAgo: number, wanted: TicketDraft['status']): TicketDraft {
  const { random, now } = setting
  const story = random.pick(stories)
  const status = suitingStatus(story, wanted)
  const requester = drawRequester(story, setting)
  const fill = (text: string) => fillSlots(text, requester.slots)
  const openedAt = workingMoment(now, daysAgo, random)
  const takenAt = status === 1 ? null : openedAt + random.int(4, 90) * minute
  let at = takenAt ?? openedAt
  const thread = threadOf(story, status, random).map((exchange) => {
    at += random.int(4, 90) * minute
    return { ...exchange, text: fill(exchange.text), at }
  })
  const solvedAt = at + random.int(8, 170) * minute
  return {
    requester,
    story,
    status,
    title: fill(random.pick(story.titles)),
    content: toHtml(...writeLetter(story, requester, random)),
    openedAt,
    takenAt,
    thread: thread.filter((exchange) => exchange.at < now),
    task: story.task !== undefined && status !== 1 ? story.task : null,
    solution: status >= 5 ? { text: fill(random.pick(story.solutions)), at: solvedAt } : null,
    isAnonymous: random.chance(0.04),
  }
}

/** A ticket that somebody writes right now. */
export const draftNewTicket = (setting: Setting): TicketDraft => ({
  ...draftOf(setting, 0, 1),
  openedAt: setting.now,
})

/** About 300 resolved tickets over two years and a few dozen open ones, oldest first. */
export function draftTickets(setting: Setting): TicketDraft[] {
  const { random } = setting
  const resolved = Array.from({ length: 312 }, (_, index) => {
    const daysAgo = index < 12 ? random.int(2, 5) : random.int(6, 730)
    return draftOf(setting, daysAgo, daysAgo < 6 ? 5 : 6)
  })
  const open = Array.from({ length: 38 }, () => {
    const status = random.pick([1, 1, 2, 2, 2, 3, 4] as const)
    return draftOf(setting, status === 1 ? random.int(1, 3) : random.int(1, 12), status)
  })
  return [...resolved, ...open].sort((a, b) => a.openedAt - b.openedAt)
}
